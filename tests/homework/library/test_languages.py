"""The built-in exercises in every language: the same exercises, in words of their own."""

import re

import pytest

from homework import library
from homework.library.languages import languages, others
from homework.models import Assignment, Exercise, Skill, WeekPlan
from homework.walk import MINUTES
from tests.homework.library.test_library import texts
from tests.homework.planning import Desk
from tests.kind_words import GERMAN_NEVER

pytestmark = pytest.mark.django_db

ENGLISH = {exercise.key: exercise for exercise in languages()["en"].EXERCISES}
EVERY = [(code, each) for code, books in others().items() for each in books.EXERCISES]
each = pytest.mark.parametrize(
    ("code", "exercise"), EVERY, ids=[f"{code}-{each.key}" for code, each in EVERY]
)
# The noun for what one person asks of another, not the word for "please".
A_REQUEST = re.compile(r"(?<=[a-zäöü]) Bitte\b")


@pytest.fixture
def loaded():
    library.load()
    return Exercise.objects.get(key="slow-breathing")


@pytest.fixture
def german(cast):
    """Cleo reads German, and Tess English."""
    cast.cleo.language = "de"
    cast.cleo.save(update_fields=["language"])
    return cast


def test_every_language_of_the_pages_has_its_folder(settings):
    assert {code.split("-")[0] for code, _name in settings.LANGUAGES} == set(languages())


@pytest.mark.parametrize("code", others())
def test_every_language_has_every_skill_and_exercise(code):
    books = others()[code]
    assert [skill.key for skill in books.SKILLS] == [s.key for s in languages()["en"].SKILLS]
    assert [each.key for each in books.EXERCISES] == list(ENGLISH)


@each
def test_it_has_the_shape_of_the_english_one(code, exercise):
    english = ENGLISH[exercise.key]
    assert shape(exercise) == shape(english)
    assert not set(texts(exercise)) & set(texts(english))


def shape(exercise):
    """All that is not wording: what it belongs to, its questions, and its timers."""
    questions = [(prompt.key, prompt.kind) for prompt in exercise.prompts]
    timers = [found and found[1] for found in map(MINUTES.search, exercise.how)]
    filled = [bool(words) for words in (exercise.example, exercise.care, exercise.rating)]
    plain = (exercise.skill, exercise.level, exercise.target, exercise.version)
    return plain, questions, timers, filled


@each
def test_it_speaks_kindly(code, exercise):
    for text in [*texts(exercise), exercise.example, exercise.rating]:
        assert not GERMAN_NEVER.search(A_REQUEST.sub("", text)), text


def test_it_fits_its_columns(loaded):
    for row in [*Exercise.objects.all(), *Skill.objects.all()]:
        for code in others():
            assert row.read_in(code) is not row
            row.read_in(code).clean_fields()


def test_an_exercise_is_read_in_the_readers_language(loaded):
    german = loaded.read_in("de")
    assert (german.title, german.skill.name) == ("Langsam atmen", "Den Körper beruhigen")
    assert german.prompts == [] and german.how_steps[3].endswith("(3 Minuten)")
    assert (loaded.title, loaded.skill.name) == ("Slow breathing", "Calming the body")
    assert loaded.read_in("en-gb") is loaded and loaded.read_in("fr") is loaded


def test_a_german_therapist_reads_and_finds_it_in_german(loaded, signed_in, cast):
    cast.tess.language = "de"
    cast.tess.save(update_fields=["language"])
    tess = signed_in(cast.tess)
    shelf = tess.get("/library/").text
    assert "Langsam atmen" in shelf and "Slow breathing" not in shelf
    assert shelf.index("Anfangen, bevor ich Lust habe") < shelf.index("Den Körper beruhigen")
    assert "Langsam atmen" in tess.get("/library/?q=langsam").text
    page = tess.get(f"/library/{loaded.pk}/").text
    assert "als würdest du eine Suppe kühlen" in page and "Den Körper beruhigen" in page
    copy = tess.get(f"/library/{loaded.pk}/copy/").text
    assert "als würdest du eine Suppe kühlen" in copy and "Den Körper beruhigen</option>" in copy


def test_an_own_exercise_stands_under_its_skill_in_the_readers_language(loaded, signed_in, cast):
    mine = {"clinic": cast.harbour, "owner": cast.tess, "skill": loaded.skill}
    own = Exercise.objects.create(key="own", title="Wie ich atme", why="W", how="H", **mine)
    cast.tess.language = "de"
    cast.tess.save(update_fields=["language"])
    page = signed_in(cast.tess).get(f"/library/{own.pk}/").text
    assert "Den Körper beruhigen" in page and "Calming the body" not in page
    assert own.skill.name == "Calming the body"


def test_an_english_therapist_reads_english(loaded, signed_in, cast):
    assert "Slow breathing" in signed_in(cast.tess).get("/library/?q=breath").text


def test_a_german_client_is_given_german_wording(loaded, signed_in, german):
    path = f"/caseload/{german.therapy.pk}/plan/assignments/"
    signed_in(german.tess).post(path, {"exercise": loaded.pk})
    given = Assignment.objects.get(exercise=loaded)
    assert given.title == "Langsam atmen" and given.rating_label == "Wie angespannt bin ich?"
    given.reword(title="Langsam atmen, im Auto")
    assert Assignment.objects.get(exercise=loaded).title == "Langsam atmen, im Auto"


def test_where_care_is_called_for_the_client_reads_it(loaded, signed_in, german):
    """Snapshotted with the homework, and said before its first step."""
    path = f"/caseload/{german.therapy.pk}/plan/assignments/"
    signed_in(german.tess).post(path, {"exercise": loaded.pk})
    given = Assignment.objects.get(exercise=loaded)
    assert given.care.startswith("Atme lieber sanft als tief.")
    german.assignment.reword(care=given.care, how="Eins.\nZwei.")
    start = signed_in(german.cleo).get(f"/today/{german.assignment.pk}/start/").text
    assert start.count("Atme lieber sanft als tief.") == 1
    assert start.index("Atme lieber sanft") < start.index("Eins.")


def test_an_english_client_of_a_german_therapist_is_given_english(loaded, cast):
    cast.tess.language = "de"
    cast.tess.save(update_fields=["language"])
    plan = WeekPlan.prepare(cast.therapy, by=cast.tess)
    assert Assignment.from_exercise(loaded, plan=plan).title == "Slow breathing"


def test_a_toolbox_names_its_skills_in_the_language_of_today(loaded, signed_in, cast, german):
    cast.assignment.skill = loaded.skill
    cast.assignment.save(update_fields=["skill"])
    cleo = signed_in(cast.cleo)
    cleo.post(f"/today/{cast.assignment.pk}/entries/", {"state": "done"})
    assert "<h2>Den Körper beruhigen</h2>" in cleo.get("/toolbox/").text


def test_a_therapist_is_told_which_language_a_client_reads(loaded, signed_in, german):
    """Cleo reads German: what came with Midweek goes out so, what stands in a plan stays."""
    desk = Desk(german, signed_in(german.tess))
    found = desk.read("plan-library", q="breath")
    assert "Cleo reads German. What came with Midweek goes out in German" in found
    desk.post("assignment-new", own_words="Walk")
    page = desk.read("assignment-edit", desk.plan.assignments.get().pk)
    assert "Cleo reads German. It goes out as it stands here." in page


def test_where_both_read_the_same_no_language_is_named(loaded, signed_in, cast):
    assert " reads " not in Desk(cast, signed_in(cast.tess)).read("plan-library", q="breath")
