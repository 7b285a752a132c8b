"""Words are plain enough for a bad day: short sentences, reading age 9 to 11 (ux.md, rule 9)."""

import html
import re
from collections import defaultdict

import polib
import pytest
from django.conf import settings

from config.launcher import extracting

ROOT = settings.BASE_DIR
# Pages of clients, and the rooms' words that stand on them.
OF_CLIENTS = (
    "templates/accounts/help",
    "templates/accounts/join",
    "templates/accounts/me",
    "templates/goals/",
    "templates/homework/client/",
    "templates/reminders/me_section",
    "templates/reminders/mine",
    "templates/account/login",
    "goals/forms",
    "homework/forms/log",
    "homework/forms/details",
    "homework/forms/practice",
    "homework/forms/report",
)
LONGEST = 20
PLACE = re.compile(r"%\([\w.]+\)[sd]|\{\w+\}")
GERMAN = polib.pofile(str(ROOT / "locale/de/LC_MESSAGES/django.po"))


def of_clients():
    return {
        message: name
        for message, name in extracting.collect(ROOT).items()
        if name.startswith(OF_CLIENTS)
    }


def plain(text):
    return PLACE.sub("Ana", html.unescape(re.sub(r"<[^>]+>", "", text)))


def sentences(text):
    found = re.split(r"(?<=[.!?:;])[\s”“]+|\n+", plain(text))
    return [each for each in found if words(each)]


def words(text):
    return re.findall(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*", text)


def syllables(word):
    """Groups of vowels, a silent e at the end left out: near enough for a mean."""
    groups = re.findall(r"[aeiouy]+", word.lower())
    silent = word.lower().endswith("e") and not word.lower().endswith("le")
    return max(len(groups) - (silent and len(groups) > 1), 1)


def grade(texts):
    """Flesch–Kincaid grade level (Kincaid and others, 1975). Grade 6 is read at eleven."""
    said = [each for text in texts for each in sentences(text)]
    every = [word for each in said for word in words(each)]
    return 0.39 * len(every) / len(said) + 11.8 * sum(map(syllables, every)) / len(every) - 15.59


def lix(texts):
    """Björnsson's Läsbarhetsindex (1968): under 30 is children's books, under 40 is stories."""
    said = [each for text in texts for each in sentences(text)]
    every = [word for each in said for word in words(each)]
    return len(every) / len(said) + 100 * sum(len(word) > 6 for word in every) / len(every)


def german_of_clients():
    return [
        words
        for each in GERMAN
        if each.occurrences and each.occurrences[0][0].startswith(OF_CLIENTS)
        for words in (each.msgstr_plural.values() if each.msgid_plural else [each.msgstr])
    ]


def too_long(texts):
    return [each for text in texts for each in sentences(text) if len(words(each)) > LONGEST]


def test_a_sentence_for_clients_has_twenty_words_at_most():
    assert too_long(text for message in of_clients() for text in message) == []


def test_a_german_one_too():
    assert too_long(german_of_clients()) == []


def test_each_room_of_clients_reads_at_eleven():
    rooms = defaultdict(list)
    for message, name in of_clients().items():
        rooms[name.rpartition("/")[0]].append(message.one)
    hard = {room: round(level, 1) for room, texts in rooms.items() if (level := grade(texts)) > 6}
    assert hard == {}


def test_german_reads_like_a_story():
    assert lix(german_of_clients()) < 40


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("The cat sat on the mat. It was a big cat.", 1),
        ("Notwithstanding considerable organisational complications, documentation continues.", 20),
    ],
)
def test_the_measure_tells_plain_from_hard(text, level):
    assert (grade([text]) <= 6) == (level <= 6)
