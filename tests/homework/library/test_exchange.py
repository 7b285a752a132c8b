"""Exercises as a file: out and in again the same, and nothing of a strange file is believed."""

import json
import re

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st

from accounts.ground.writable import texts_in
from config.uploads import MOST_BYTES as MOST_OF_A_REQUEST
from homework.exchange import FORMAT, VERSION
from homework.exchange.exercise_piece import ExercisePiece
from homework.exchange.reading import MOST_BYTES, contents_of, once_each
from homework.exchange.writing import in_json
from homework.forms import library_export
from homework.library import en
from homework.library.loading import columns
from homework.models import Exercise, Skill
from homework.worksheet import KINDS
from tests.homework.test_library import sheet, shelves
from tests.reading import read

__all__ = ["shelves"]
RIDE = {
    "title": "A ride",
    "skill": "Going out",
    "how": ["Get on.", "Get off. (3 minutes)"],
    "level": "easy",
    "questions": [
        {"key": "went", "question": "Did you go?", "kind": "yes_no"},
        {"question": "Where to?", "kind": "short", "if": {"key": "went", "is": "yes"}},
    ],
    "links": [{"title": "A page", "url": "https://example.org/"}],
}


def file_of(*exercises, **changes):
    told = {"format": FORMAT, "version": VERSION, "exercises": list(exercises)} | changes
    return json.dumps(told).encode()


# What Text keeps: no NUL, no half characters, nothing at the edges.
letters = st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"])


def words(most, least=0):
    return st.text(letters, min_size=least, max_size=most)


def branch(questions):
    """The second waits for the first, where the first decides."""
    if len(questions) > 1 and questions[0]["kind"] == "yes_no":
        questions[1]["if"] = {"key": questions[0]["key"], "is": "yes"}
    return questions


def question(number):
    choices = st.lists(words(20, 1), min_size=2, max_size=12, unique=True)
    return st.sampled_from(sorted(KINDS.keys() - {"section"})).flatmap(
        lambda kind: st.fixed_dictionaries(
            {"key": st.just(f"q{number}"), "question": words(60, 1), "kind": st.just(kind)}
            | ({"choices": choices} if KINDS[kind].has_choices else {})
        )
    )


questions = st.integers(0, 4).flatmap(lambda n: st.tuples(*map(question, range(n)))).map(list)
exercises = st.builds(
    Exercise,
    title=words(200, 1),
    skill=st.builds(Skill, name=words(120, 1)),
    why=words(200),
    how=st.lists(words(40, 1), max_size=4).map("\n".join),
    example=words(200),
    smallest=words(300),
    care=words(100),
    rests_on=words(300),
    level=st.sampled_from([None, 1, 2, 3]),
    rating_label=words(60),
    usual_count=st.integers(1, 50),
    prompts=questions.map(branch),
)
SAID = [name for name in columns(en.EXERCISES[0]) if name != "key"]


def unsaved(exercise):
    """With no links, so that no database is asked."""
    exercise._prefetched_objects_cache = {"resources": []}
    return exercise


@given(exercises)
def test_what_goes_out_comes_in_the_same(exercise):
    (said,), _sets = contents_of(in_json([unsaved(exercise)]).encode())
    piece = ExercisePiece(1, said)
    assert piece.wrong == []
    assert piece.columns == {name: getattr(exercise, name) for name in SAID}
    assert piece.skill == exercise.skill.name


@pytest.mark.parametrize("built_in", en.EXERCISES, ids=lambda each: each.key)
def test_every_built_in_exercise_goes_out_and_comes_in(built_in):
    exercise = Exercise(**columns(built_in), skill=Skill(name="A skill"))
    (said,), _sets = contents_of(in_json([unsaved(exercise)]).encode())
    piece = ExercisePiece(1, said)
    assert piece.wrong == []
    assert piece.columns == {name: getattr(exercise, name) for name in SAID}


@given(st.binary(max_size=200))
def test_bytes_of_any_kind_are_read_or_refused_in_words(content):
    try:
        contents_of(content)
    except ValidationError as error:
        assert error.messages


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


@given(st.sampled_from(sorted(RIDE)), values)
def test_a_value_of_any_shape_in_any_place_is_read_or_refused_in_words(name, value):
    piece = ExercisePiece(1, RIDE | {name: value})
    assert piece.is_right or all(wrong.message for wrong in piece.wrong)
    assert piece.title is not None


def nested(deep):
    value: list = ["nul\0"]
    for _level in range(deep):
        value = [value]
    return value


def test_words_are_looked_at_however_deep_they_stand():
    assert list(texts_in(nested(20_000))) == ["nul\0"]


@pytest.mark.parametrize("deep", [*range(400, 1000, 60), 20_000])
@pytest.mark.parametrize("name", ["title", "questions"])
def test_lists_within_lists_are_refused_in_words(name, deep):
    piece = ExercisePiece(1, RIDE | {name: nested(deep)})
    (wrong,) = piece.wrong
    assert piece.title == "" and "cannot be kept" in wrong.message


@given(st.sampled_from(["key", "question", "kind", "choices", "if"]), values)
def test_so_is_one_in_a_question(name, value):
    first, second = RIDE["questions"]
    piece = ExercisePiece(1, RIDE | {"questions": [first, second | {name: value}]})
    assert piece.is_right or all(wrong.message for wrong in piece.wrong)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "This is no JSON file."),
        (b'{"format":\n oops', "It cannot be read from line 2 on."),
        (b"\xff\xfe\x00", "This is no JSON file."),
        (b"[" * 100_000, "lists within lists without an end"),
        (b'{"version": ' + b"9" * 5000 + b"}", "This is no JSON file."),
        (b"[]", "This file holds no exercises of Midweek."),
        (b'{"format": "midweek-library", "format": "x"}', "“format” stands twice"),
        (file_of(RIDE, version=2), "Version 1 is read here."),
        (file_of(RIDE, version=True), "Version 1 is read here."),
        (file_of(), "There is no exercise in this file."),
        (file_of(*[RIDE] * 101), "A file holds 100 exercises or fewer."),
        (b" " * (MOST_BYTES + 1), "Choose a file of up to 300 KB."),
    ],
)
def test_a_file_that_cannot_be_read_says_why(content, said):
    with pytest.raises(ValidationError, match=said):
        contents_of(content)


class Counted(str):
    """How often names are held against each other."""

    __hash__ = str.__hash__
    times = 0

    def __eq__(self, other):
        Counted.times += 1
        return str.__eq__(self, other)


def test_many_names_and_one_twice_are_looked_through_once():
    """A small file has room for so many that each against each would take a minute."""
    names = [*map(str, range(300)), "twice", "twice"]
    with pytest.raises(ValidationError, match="“twice” stands twice"):
        once_each([(Counted(name), 1) for name in names])
    assert Counted.times < 2 * len(names)


@pytest.mark.parametrize(
    ("change", "place", "said"),
    [
        ({"title": ""}, "title", "Write a title."),
        ({"title": "x" * 201}, "title", "Use 200 letters or fewer"),
        ({"title": "nul\0"}, "", "There is a character in it"),
        ({"title": "half \ud800"}, "", "There is a character in it"),
        ({"title": ["A ride"]}, "title", "Write this as a text"),
        ({"skill": ""}, "skill", "Name a skill."),
        ({"how": "Get on."}, "how", "Write this as a list of texts"),
        ({"how": ["Get on.\nGet off."]}, "how", "one line each"),
        ({"level": "hard"}, "level", "“easy”, “practised” or “prepared”"),
        ({"level": ["easy"]}, "level", "“easy”, “practised” or “prepared”"),
        ({"usual_times": True}, "usual_times", "a number from 1 to 50"),
        ({"usual_times": 51}, "usual_times", "a number from 1 to 50"),
        ({"whim": 1}, "whim", "This is not known here."),
        ({"questions": {}}, "questions", "Write this as a list"),
        ({"questions": [{"question": "Why?"}] * 31}, "questions", "Write 30 or fewer."),
        ({"questions": ["Why?"]}, "question 1", "Write this as a group"),
        ({"questions": [{"question": " "}]}, "question 1", "Write the question."),
        ({"questions": [{"question": "Why?", "kind": "poem"}]}, "question 1", "Choose how it is"),
        ({"questions": [{"question": "Why?", "if": {"key": "x", "is": "y"}}]}, "question 1", "up"),
        ({"questions": [{"question": "Why?", "mood": 1}]}, "question 1", "“mood” is not known"),
        ({"questions": [{"key": "a", "question": "?"}] * 2}, "question 2", "has this key already"),
        ({"links": [{"url": "javascript:alert(1)"}]}, "link 1", "begins with https://"),
        ({"links": [{"url": "https://example.org/" + "x" * 500}]}, "link 1", "500"),
        ({"links": ["https://example.org/"]}, "link 1", "Write a link as a group"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(change, place, said):
    (wrong, *_more) = ExercisePiece(3, RIDE | change).wrong
    assert wrong.place == place and said in wrong.message


@pytest.mark.django_db
class TestThePages:
    @pytest.fixture
    def tess(self, cast, signed_in, shelves):
        return signed_in(cast.tess)

    def look(self, tess, content):
        return tess.post("/library/bring-in/", {"file": SimpleUploadedFile("x.json", content)})

    def keep(self, tess, file, /, *numbers, **changes):
        """With what the list that was shown sends along."""
        shown = tess.post("/library/bring-in/", {"file": SimpleUploadedFile("x.json", file)})
        (batch,) = re.findall('name="batch" value="(.*?)"', read(shown))
        sent = {"do": "keep", "content": file.decode(), "piece": numbers, "whose": "own"}
        return tess.post("/library/bring-in/", sent | {"batch": batch} | changes)

    def test_looking_shows_all_of_it_and_keeps_nothing(self, tess):
        page = self.look(tess, file_of(RIDE, RIDE | {"title": "Tessown"}, RIDE | {"level": "hard"}))
        assert page.status_code == 200 and "Get off. (3 minutes)" in page.text
        assert 'value="1" checked' in read(page) and 'value="2" > <span> Tessown' in read(page)
        assert "There is one of this title in your library." in page.text
        assert "Exercise 3, level: Write “easy”" in read(page)
        assert not Exercise.objects.filter(title="A ride").exists()

    def test_only_what_is_ticked_is_kept_and_once(self, cast, tess):
        content = file_of(RIDE, RIDE | {"title": "Another"})
        again = {"batch": "8d6f0c1e-0000-4000-8000-000000000001"}
        for _press in range(2):
            assert self.keep(tess, content, 1, **again).url == "/library/"
        made = Exercise.objects.get(title="A ride")
        assert (made.owner, made.clinic, made.skill.name) == (cast.tess, cast.harbour, "Going out")
        assert made.prompts[1]["if"] == {"key": "went", "is": "yes"}
        assert made.resources.get().url == "https://example.org/"
        assert not Exercise.objects.filter(title="Another").exists()

    def test_for_the_clinic_it_can_be_taken_back(self, cast, tess):
        self.keep(tess, file_of(RIDE), 1, whose="clinic")
        made = Exercise.objects.get(title="A ride")
        assert (made.owner, made.shared_by) == (None, cast.tess)

    @pytest.mark.parametrize(
        ("numbers", "changes", "said"),
        [
            ([], {}, "Choose at least one exercise."),
            ([2], {}, "Choose at least one exercise."),
            ([1], {"whose": ""}, "Choose who uses them."),
            ([1], {"content": "{}"}, "This file holds no exercises of Midweek."),
            ([1], {"content": ""}, "Choose a file."),
        ],
    )
    def test_what_cannot_be_kept_is_refused_whole(self, tess, numbers, changes, said):
        page = self.keep(tess, file_of(RIDE, RIDE | {"level": "hard"}), *numbers, **changes)
        assert page.status_code == 422 and said in page.text
        assert not Exercise.objects.filter(title="A ride").exists()

    def test_of_two_clinics_none_is_chosen_beforehand(self, cast, tess):
        cast.meadow.memberships.create(user=cast.tess, is_therapist=True)
        page = self.look(tess, file_of(RIDE)).text
        assert '<option value="" selected>Choose a clinic.</option>' in page
        assert "(optional)" not in page
        refused = self.keep(tess, file_of(RIDE), 1)
        assert refused.status_code == 422 and "Choose a clinic." in refused.text
        assert self.keep(tess, file_of(RIDE), 1, clinic=cast.meadow.pk).status_code == 302
        assert Exercise.objects.get(title="A ride").clinic == cast.meadow

    def test_where_nothing_can_be_kept_nothing_is_offered(self, tess):
        page = self.look(tess, file_of(RIDE | {"level": "hard"})).text
        assert "Keep what is ticked" not in page and "Another file" in page

    def test_the_ends_of_lines_a_browser_sends_count_once(self, tess):
        lines = b"\n" * (MOST_BYTES - len(file_of(RIDE)))
        content = (file_of(RIDE) + lines).decode().replace("\n", "\r\n")
        assert self.keep(tess, file_of(RIDE), 1, content=content).status_code == 302

    def test_what_could_not_come_in_again_does_not_go_out(self, tess, shelves, monkeypatch):
        monkeypatch.setattr(library_export, "MOST_BYTES", 100)
        page = tess.post("/library/file/", {"exercise": [shelves["own"].pk]})
        assert page.status_code == 422 and "Choose fewer." in page.text

    def test_of_very_much_that_is_wrong_the_first_is_told_and_the_rest_counted(self, tess):
        odd = RIDE | {f"n{number}": 1 for number in range(210)}
        page = self.look(tess, file_of(odd)).text
        assert page.count("This is not known here.") == 10
        assert "200 more things in it are not right." in page
        assert "more thing" not in self.look(tess, file_of(RIDE | {"whim": 1})).text

    def test_words_that_would_run_are_words(self, tess):
        page = self.look(tess, file_of(RIDE | {"title": "<script>alert(1)</script>"}))
        assert "<script>alert" not in page.text and "&lt;script&gt;" in page.text

    def test_no_file_and_a_huge_one_are_said(self, tess):
        assert "Choose a file." in tess.post("/library/bring-in/").text
        page = self.look(tess, b" " * (MOST_OF_A_REQUEST + 1))
        assert page.status_code == 422 and "Choose a file of up to 300 KB." in page.text

    def test_ones_own_and_the_clinics_are_taken_along(self, tess, shelves):
        page = tess.get("/library/file/").text
        assert "Tessown" in page and "Harbourwalk" in page and "Breathing" not in page
        shelves["own"].resources.create(title="A page", url="https://example.org/")
        answer = tess.post("/library/file/", {"exercise": [shelves["own"].pk]})
        assert answer["Content-Disposition"] == 'attachment; filename="exercises.json"'
        assert answer["Cache-Control"] == "no-store"
        assert answer["Content-Security-Policy"].endswith("; sandbox")
        (said,), _sets = contents_of(answer.content)
        assert said["title"] == "Tessown" and said["links"][0]["url"] == "https://example.org/"

    def test_a_built_in_one_is_taken_along_and_a_strangers_is_not(self, tess, shelves):
        sent = {"exercise": [shelves["built_in"].pk]}
        assert b"Breathing" in tess.post("/library/file/", sent).content
        for which in ("otto", "far"):
            page = tess.post("/library/file/", {"exercise": [shelves[which].pk]})
            assert page.status_code == 422 and "not in your library any more" in page.text
        assert tess.post("/library/file/", {"exercise": ["x"]}).status_code == 422
        assert "Choose at least one exercise." in tess.post("/library/file/").text

    def test_a_link_that_came_in_outlives_a_change(self, tess, shelves):
        links = [{"url": f"https://example.org/{n}"} for n in "abc"]
        self.keep(tess, file_of(RIDE | {"links": links}), 1)
        made = Exercise.objects.get(title="A ride")
        changed = sheet(made.skill, version=1, title="A ride", link="https://example.org/new")
        tess.post(f"/library/{made.pk}/edit/", changed)
        newest = Exercise.objects.current().get(key=made.key)
        found = [each.url[-3:] for each in newest.resources.order_by("pk")]
        assert found == ["new", "g/b", "g/c"]
