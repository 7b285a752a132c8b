"""Every marked word is kind and plain (content rules 2, 9 and 10): no blame, no "you should"."""

import ast
import re

import pytest
from django.conf import settings

from tests.kind_words import ALLOWED, NEVER

ROOT = settings.BASE_DIR
ROOMS = ("accounts", "goals", "homework", "reminders", "records", "config")
MARKED = re.compile(
    r"\{% translate \"(.*?)\"|_\(\"(.*?)\"\)"
    r"|\{% blocktranslate.*?%\}(.*?)\{% endblocktranslate %\}",
    re.S,
)
CALLS = {"_", "gettext", "gettext_lazy", "ngettext", "pgettext"}


def said_in_templates():
    for path in sorted((ROOT / "templates").rglob("*.*")):
        for groups in MARKED.findall(path.read_text("utf-8")):
            yield from filter(None, groups)


def said_in_code():
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in CALLS:
                    yield from (each.value for each in node.args if is_text(each))


def is_text(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def said_in_messages():
    for path in sorted((ROOT / "locale").rglob("*.po")):
        yield from re.findall(r'^msgstr(?:\[\d\])? "(.+)"', path.read_text("utf-8"), re.M)


@pytest.mark.parametrize("said", [said_in_templates, said_in_code, said_in_messages])
def test_nothing_that_is_said_blames_or_lectures(said):
    words = set(said()) - ALLOWED
    assert len(words) > 20
    assert [each for each in words if NEVER.search(each)] == []


@pytest.mark.parametrize("text", ["You missed a day", "You should rest", "An invalid day", "Sorry"])
def test_the_search_finds_what_it_looks_for(text):
    assert NEVER.search(text)
