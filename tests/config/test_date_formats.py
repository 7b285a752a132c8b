"""Dates read as they are said in each language: their formats have names, and one home."""

import re
from datetime import datetime

import pytest
from django.conf import settings
from django.template import Context, Template
from django.utils import translation

from config.formats.de import formats as german
from config.formats.en import formats as english

ROOT = settings.BASE_DIR
ROOMS = ("accounts", "goals", "homework", "reminders", "records", "config")
# What machines read, and what is the same in every language.
SHARED = {"c", "Y-m-d", "H:i", "l", "F Y"}
ASKED = re.compile(r"""(?:\|date:|date_format\([^"']*?)["']([^"']*)["']""")


def names(module):
    return {name for name in vars(module) if name.isupper()}


def asked_for():
    for folder, ending in (("templates", "*"), *((room, "*.py") for room in ROOMS)):
        for path in (ROOT / folder).rglob(ending):
            if path.is_file() and "dev" not in path.parts:
                yield from ASKED.findall(path.read_text("utf-8"))


def test_every_language_has_every_format():
    assert names(german) == names(english)


def test_pages_ask_for_formats_by_name():
    assert set(asked_for()) - SHARED == names(english)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en-gb", "Tuesday 24 November, 14:30"),
        ("de", "Dienstag, 24. November, 14:30"),
    ],
)
def test_a_day_is_said_as_people_say_it(language, said):
    moment = Context({"moment": datetime(2026, 11, 24, 14, 30)})
    with translation.override(language):
        assert Template('{{ moment|date:"DAY_TIME" }}').render(moment) == said
