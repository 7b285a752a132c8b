"""German is whole: every marked message, nothing in doubt, nothing left over."""

import re

import polib
import pytest
from django.conf import settings
from django.utils.translation import gettext, ngettext, override

from config.launcher import extracting
from config.launcher.extracting import Message
from tests.kind_words import GERMAN_NEVER

ROOT = settings.BASE_DIR
PLACEHOLDER = re.compile(r"%\(\w[\w.]*\)[sd]|%%|%d|\{\w+\}|</?\w+>")
GERMAN = list(polib.pofile(str(ROOT / "locale/de/LC_MESSAGES/django.po")))


def said(entry):
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def sources(entry):
    return [entry.msgid, entry.msgid_plural] if entry.msgid_plural else [entry.msgid]


def ours():
    return [each for each in GERMAN if each.occurrences]


def marks(text):
    return set(PLACEHOLDER.findall(text))


def test_the_catalogue_holds_what_is_marked_and_nothing_else():
    """Out of step? bin/midweek messages --collect, then give the new ones German words."""
    known = {Message(each.msgid, each.msgid_plural) for each in GERMAN}
    assert known == set(extracting.wanted(ROOT))


def test_every_message_has_german_words():
    assert [each.msgid for each in GERMAN if not all(said(each))] == []
    assert [each.msgid for each in GERMAN if each.msgid_plural and len(said(each)) != 2] == []


def test_no_message_is_in_doubt_or_left_over():
    assert [each.msgid for each in GERMAN if each.fuzzy or each.obsolete] == []


def test_apostrophes_are_curved():
    words = [word for each in ours() for word in (*sources(each), *said(each))]
    assert [word for word in words if re.search(r"\w'", word)] == []


def test_placeholders_and_marks_stay_what_they_are():
    pairs = [pair for each in ours() for pair in zip(sources(each), said(each), strict=True)]
    assert [pair for pair in pairs if marks(pair[0]) != marks(pair[1])] == []


def test_what_libraries_say_may_leave_out_but_adds_nothing():
    theirs = [each for each in GERMAN if not each.occurrences]
    pairs = [pair for each in theirs for pair in zip(sources(each), said(each), strict=True)]
    assert [pair for pair in pairs if not marks(pair[1]) <= marks(pair[0])] == []


def test_nothing_german_blames_or_lectures():
    words = [words for each in GERMAN for words in said(each)]
    assert [each for each in words if GERMAN_NEVER.search(each)] == []


def test_quotes_are_german():
    assert [
        words for each in GERMAN for words in said(each) if re.search(r"[“][^”„]*”", words)
    ] == []


@pytest.mark.parametrize("language", ["de", "de-at", "de-ch"])
def test_a_page_speaks_german(language):
    with override(language):
        assert gettext("Not today") == "Heute nicht"
        assert ngettext("%(count)s note", "%(count)s notes", 2) == "%(count)s Notizen"
        assert gettext("therapist") == "Therapie"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{% translate "Well done" %}', [Message("Well done")]),
        ('{% include "x" with label=_("Well done") %}', [Message("Well done")]),
        ("{% blocktranslate %}{{ a }} of 5 %{% endblocktranslate %}", [Message("%(a)s of 5 %%")]),
        (
            "{% blocktranslate count n=n %}one{% plural %}{{ n }}{% endblocktranslate %}",
            [Message("one", "%(n)s")],
        ),
    ],
)
def test_collecting_reads_templates(text, found):
    assert extracting.in_template(text) == found


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('_("Well " "done")', [Message("Well done")]),
        ('ngettext("one", "many", n)', [Message("one", "many")]),
        ('_(name)\nsay("this")', []),
    ],
)
def test_collecting_reads_code(code, found):
    assert extracting.in_python(code) == found


def test_collecting_anew_keeps_the_words_and_drops_what_is_gone(tmp_path):
    source = tmp_path / "django.po"
    source.write_text(
        'msgid ""\nmsgstr "Language: de\\n"\n\nmsgid "Not today"\nmsgstr "Heute nicht"\n\n'
        'msgid "Gone"\nmsgstr "Weg"\n',
        "utf-8",
    )
    missing = extracting.update(ROOT, source)
    collected = polib.pofile(str(source))
    assert collected.find("Not today").msgstr == "Heute nicht"
    assert collected.find("Gone") is None
    assert missing == len(collected) - 1
