"""The built-in library: whole, plain, and loaded any number of times."""

import dataclasses
import re
from types import SimpleNamespace

import pytest

from homework import library
from homework.library import en
from homework.library.words import NUMBER, TEXT, YES_NO
from homework.models import Exercise, Skill
from tests.homework.demo.test_stories import UNKIND

LONGEST_SENTENCE = 26
each = pytest.mark.parametrize("exercise", en.EXERCISES, ids=lambda exercise: exercise.key)


def texts(exercise):
    questions = [prompt.question for prompt in exercise.prompts]
    return [exercise.title, exercise.why, *exercise.how, exercise.smallest, *questions]


def test_keys_are_used_once():
    for rows in (en.EXERCISES, en.SKILLS):
        keys = [row.key for row in rows]
        assert len(keys) == len(set(keys))


@each
def test_it_says_all_that_a_client_needs(exercise):
    assert exercise.skill in {skill.key for skill in en.SKILLS}
    assert len(exercise.how) >= 3
    assert all((exercise.why, exercise.example, exercise.smallest))
    assert {prompt.kind for prompt in exercise.prompts} <= {TEXT, NUMBER, YES_NO}


@each
def test_it_speaks_plainly_and_kindly(exercise):
    for text in texts(exercise):
        assert not UNKIND.search(text), text
        for sentence in re.split(r"[.:?!]\s", text):
            assert len(sentence.split()) <= LONGEST_SENTENCE, sentence


@pytest.mark.django_db
def test_loading_twice_changes_nothing():
    count = library.load()
    before = list(Exercise.objects.order_by("key").values())
    assert library.load() == count == Exercise.objects.count()
    assert list(Exercise.objects.order_by("key").values()) == before
    assert Skill.objects.count() == len(en.SKILLS)


@pytest.mark.django_db
def test_every_exercise_fits_its_columns():
    library.load()
    for exercise in Exercise.objects.all():
        exercise.clean_fields()


@pytest.mark.django_db
def test_a_raised_version_takes_the_place_of_the_one_before():
    library.load()
    library.loading.load(edited(version=2, title="Slower breathing"))
    first, second = Exercise.objects.filter(key="slow-breathing").order_by("version")
    assert first.replaced_at and not second.replaced_at
    assert (first.title, second.title) == ("Slow breathing", "Slower breathing")


@pytest.mark.django_db
def test_the_same_version_is_mended_in_place_and_an_older_one_is_left_alone():
    library.loading.load(edited(version=2))
    library.loading.load(edited(version=2, title="Slow breathing, mended"))
    library.load()
    assert Exercise.objects.get(key="slow-breathing").title == "Slow breathing, mended"


def edited(**changes):
    """The English library with its first exercise changed."""
    first, *others = en.EXERCISES
    exercises = (dataclasses.replace(first, **changes), *others)
    return SimpleNamespace(SKILLS=en.SKILLS, EXERCISES=exercises)
