"""Reasons in words: every code has a sentence, and quotes stay short."""

from datetime import timedelta

import pytest
from django.utils import timezone

from homework.dates import next_day, plain_day, spoken_day
from homework.need import rules
from homework.need.words import QUOTED, SENTENCES, line, quoted

TODAY = timezone.localdate().isoformat()
FACTS = {
    "on": TODAY,
    "since": TODAY,
    "by": TODAY,
    "count": 2,
    "days": 3,
    "times": 3,
    "channel": "email",
    "problem": "refused",
    "confidence": 50,
    "obstacle": "tired",
    "measure": "phq-9",
    "report": "r",
    "request": "r",
    "step": "r",
    "proposal": "r",
    "session": 6,
    "at": "2026-11-24T14:00:00+00:00",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_every_code_has_a_sentence_with_and_without_words_to_quote(code):
    for quotes in ({}, {"r": "Mornings are too loud"}):
        said = line(code, FACTS, quotes)
        assert (said.strong + said.text).strip() and "%" not in said.text.replace("% sure", "")
    assert ("“Mornings are too loud”" in said.text) == (code in QUOTED)


def test_every_rule_that_stands_for_itself_has_words():
    named = {rule.__name__ for rule in rules.FIRST_RULES + rules.SESSION_RULES}
    assert named - {"long_quiet"} <= set(SENTENCES)


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("Sunday. My sister rang.", "“Sunday”"),
        ("\n  \nSecond line", "“Second line”"),
        ("Why me? And then.", "“Why me?”"),
        ("... well. Nothing.", "“... well”"),
        ("", ""),
        ("   ", ""),
        ("word " * 40, "“" + " ".join(["word"] * 11) + "…”"),
    ],
)
def test_a_quote_is_a_first_sentence_or_what_a_line_holds(words, quote):
    assert quoted(words) == quote


def test_a_push_problem_speaks_of_the_device():
    assert "device" in line("bounce", {**FACTS, "channel": "push"}, {}).text


def test_days_are_said_as_people_say_them():
    today = timezone.localdate()
    assert spoken_day(today) == "today"
    assert spoken_day(today - timedelta(days=1)) == "yesterday"
    assert spoken_day(today - timedelta(days=3)).endswith("day")
    assert str(today.year - 2) in plain_day(today.replace(day=1, year=today.year - 2))
    assert next_day(today) == "Today"
