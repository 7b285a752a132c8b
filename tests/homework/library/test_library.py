"""The built-in library: forty exercises, whole, plain, careful, and loaded any number of times."""

import dataclasses
import re
from types import SimpleNamespace

import pytest

from homework import library
from homework.library import en
from homework.library.languages import languages
from homework.library.words import NUMBER, TEXT, YES_NO
from homework.models import Exercise, Skill
from tests.config.test_plain_words import too_long
from tests.homework.demo.test_stories import UNKIND

HOW_MANY = 40
# Skills where something can go wrong, and single exercises of the others.
WITH_CARE = {"calm", "facing", "sleep", "urges", "keep"}
CAREFUL = {
    *("behavioural-experiment", "clear-words", "from-why-to-how", "gentle-walk", "kind-letter"),
    *("opposite-action", "pacing", "regular-meals", "saying-no", "thought-distance"),
    *("three-good-things", "worry-time"),
}
PROMISES = re.compile(
    r"\b(cures?|cured|heals?|healed|healing|guarantee\w*|always (?:helps?|works?)|proven|for good"
    r"|get rid of|heilt?|heilen|heilung|geheilt|garantier\w*|hilft immer|wirkt immer|bewiesen"
    r"|loswerden|wirst du los)\b",
    re.IGNORECASE,
)
each = pytest.mark.parametrize("exercise", en.EXERCISES, ids=lambda exercise: exercise.key)
every = pytest.mark.parametrize(
    "exercise",
    [exercise for books in languages().values() for exercise in books.EXERCISES],
    ids=lambda exercise: f"{exercise.key}-{exercise.title[:12]}",
)


def texts(exercise):
    """All that somebody reads of it, but its example and the words of its rating."""
    questions = [prompt.question for prompt in exercise.prompts]
    said = [exercise.title, exercise.why, *exercise.how, exercise.smallest, exercise.care]
    return [*filter(None, said), exercise.rests_on, *questions]


def test_there_are_forty_in_each_language():
    assert {len(books.EXERCISES) for books in languages().values()} == {HOW_MANY}


def test_keys_are_used_once():
    for rows in (en.EXERCISES, en.SKILLS):
        keys = [row.key for row in rows]
        assert len(keys) == len(set(keys))


def test_no_skill_is_without_an_exercise():
    assert {exercise.skill for exercise in en.EXERCISES} == {skill.key for skill in en.SKILLS}


@every
def test_it_says_all_that_somebody_needs(exercise):
    assert len(exercise.how) >= 3
    assert all((exercise.why, exercise.example, exercise.smallest, exercise.rests_on))
    assert exercise.level in Exercise.Level.values
    assert exercise.prompts or exercise.rating
    assert {prompt.kind for prompt in exercise.prompts} <= {TEXT, NUMBER, YES_NO}


@every
def test_it_says_where_care_is_called_for(exercise):
    assert exercise.care or not (exercise.skill in WITH_CARE or exercise.key in CAREFUL)


@every
def test_it_promises_nothing(exercise):
    assert not PROMISES.search(" ".join([*texts(exercise), exercise.example]))


@every
def test_its_sentences_are_short(exercise):
    assert too_long([*texts(exercise), exercise.example, exercise.rating]) == []


@each
def test_it_speaks_kindly(exercise):
    for text in texts(exercise):
        assert not UNKIND.search(text), text


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
