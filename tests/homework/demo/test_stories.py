"""The stories as they are written: whole, varied, and in words that Midweek would use."""

import dataclasses
import re

import pytest

from homework.demo.cast import HOUSES, WORKERS
from homework.demo.planning import spans
from homework.demo.stories import STORIES
from homework.library import en
from homework.models import PracticeEntry, Review

UNKIND = re.compile(
    r"\b(missed|failed|overdue|incomplete|adherence|streak|should|must|don't forget|just|please"
    r"|sorry|oops|valid|clinician)\b",
    re.IGNORECASE,
)
CODES = {"key", "skip", "state", "exercise", "skill", "decision", "quality"}
each_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.key)
told = [story for story in STORIES if story.weeks]
each_told = pytest.mark.parametrize("story", told, ids=lambda story: story.key)


def words(value, name=""):
    """Every text of a story, with the name of its field."""
    if isinstance(value, str):
        yield name, value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from words(getattr(value, field.name), field.name)
    elif isinstance(value, tuple):
        for item in value:
            yield from words(item, name)


@each_story
def test_it_uses_no_word_that_the_product_avoids(story):
    texts = [text for name, text in words(story) if name not in CODES]
    assert [text for text in texts if UNKIND.search(text)] == []


@each_story
def test_nobody_says_the_same_thing_twice(story):
    said = [t for name, t in words(story) if name in ("notes", "report", "feedback") and len(t) > 9]
    assert len(said) == len(set(said))


@each_story
def test_its_address_leads_nowhere(story):
    assert story.email == "" or story.email.endswith(("@example.org", "@midweek.test"))


@each_story
def test_it_happens_in_a_house_with_a_therapist(story):
    assert story.clinic in {house.key for house in HOUSES}
    assert (story.therapist, story.clinic) in {(w.key, w.house) for w in WORKERS if w.therapist}


@each_told
def test_every_week_has_one_to_four_homeworks(story):
    for number, week in enumerate(story.weeks, start=1):
        standing = sum(number in spans(homework) for homework in story.homework)
        assert week.skip or 1 <= standing <= 4, number


@each_told
def test_practice_is_seven_letters_a_week_and_ends_with_the_story(story):
    for homework in story.homework:
        assert all(re.fullmatch("[DSPN2dpn.]{7}", week) for week in homework.practice.split(" "))
        assert spans(homework)[-1] <= len(story.weeks)


@each_told
def test_its_codes_are_those_of_the_product(story):
    skills = {skill.key for skill in en.SKILLS}
    for homework in story.homework:
        assert homework.exercise in {"", *(exercise.key for exercise in en.EXERCISES)}
        assert homework.skill in {"", *skills}
        assert set(homework.barriers.split()) <= set(PracticeEntry.Obstacle.values)
    assert {week.quality for week in story.weeks} <= {"", *Review.Quality.values}


@each_told
def test_homework_that_carries_an_insight_has_one_to_carry(story):
    for homework in story.homework:
        assert homework.carries is None or story.weeks[homework.carries - 1].insight
        titles = {other.title for other in story.homework}
        assert homework.grew_from in {"", *titles}
