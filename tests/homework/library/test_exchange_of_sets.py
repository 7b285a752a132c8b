"""Starting sets in a file: taken along with their exercises, and brought in piece by piece."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from homework.exchange.reading import contents_of
from homework.exchange.set_piece import SetPiece
from homework.models import Exercise, StartingSet
from tests.homework.library.test_exchange import RIDE, file_of
from tests.homework.test_library import shelves
from tests.reading import read

__all__ = ["shelves"]
SET = {"title": "Out again", "summary": "Small rides.", "exercises": ["A ride", "breathing"]}
BATCH = "8d6f0c1e-0000-4000-8000-000000000002"


@pytest.mark.parametrize(
    ("sets", "said"), [({}, "are no list"), ([SET] * 31, "30 starting sets or fewer")]
)
def test_sets_that_cannot_be_read_say_why(sets, said):
    with pytest.raises(ValidationError, match=said):
        contents_of(file_of(RIDE, sets=sets))


@pytest.mark.parametrize(
    ("change", "place", "said"),
    [
        ({"title": ""}, "title", "Write a name."),
        ({"title": "nul\0"}, "", "There is a character in it"),
        ({"title": 3}, "title", "Write this as a text"),
        ({"summary": "x" * 201}, "summary", "Use 200 letters or fewer"),
        ({"whim": 1}, "whim", "This is not known here."),
        ({"exercises": "A ride"}, "exercises", "Write this as a list of texts"),
        ({"exercises": []}, "exercises", "Choose at least one exercise."),
        ({"exercises": list("abcdef")}, "exercises", "Write 5 or fewer."),
        ({"exercises": ["A ride", "a RIDE "]}, "exercises", "is in the set already."),
        ({"exercises": ["A swim"]}, "exercises", "“A swim” is neither in this file"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(change, place, said):
    (wrong, *_more) = SetPiece(1, SET | change, {"a ride", "breathing", *"abcdef"}).wrong
    assert wrong.place == place and said in wrong.message


def test_of_too_many_each_is_not_told_by_itself():
    (wrong,) = SetPiece(1, SET | {"exercises": ["A swim"] * 9}, set()).wrong
    assert wrong.message == "Write 5 or fewer."


@pytest.mark.parametrize("said", [None, [], "Out again", 3])
def test_what_is_no_set_is_refused_in_words(said):
    piece = SetPiece(1, said, set())
    assert piece.title == "" and piece.wrong[0].message


@pytest.mark.django_db
class TestThePages:
    @pytest.fixture
    def tess(self, cast, signed_in, shelves):
        return signed_in(cast.tess)

    def keep(self, tess, file, numbers, sets, whose="own"):
        sent = {"do": "keep", "content": file.decode(), "piece": numbers, "set": sets}
        return tess.post("/library/bring-in/", sent | {"batch": BATCH, "whose": whose})

    def test_it_is_shown_first_and_a_name_that_is_there_is_not_ticked(self, cast, tess):
        facts = {"clinic": cast.harbour, "title": "Out again", "whose": "own"}
        StartingSet.make([], by=cast.tess, **facts)
        wrong = SET | {"title": "Wet", "exercises": ["A swim"]}
        file = SimpleUploadedFile("x.json", file_of(RIDE, sets=[SET, wrong]))
        page = read(tess.post("/library/bring-in/", {"file": file}))
        assert 'name="set" value="1" > <span> Out again' in page
        assert "You have a set of this name." in page
        assert "Set 2, exercises: “A swim” is neither in this file" in page
        assert StartingSet.objects.count() == 1

    def test_it_comes_in_with_what_is_in_the_file_and_in_the_library_and_once(self, cast, tess):
        for _press in range(2):
            self.keep(tess, file_of(RIDE, sets=[SET]), [1], [1])
        made = StartingSet.objects.get()
        names = [each.exercise.title for each in made.members.select_related("exercise")]
        assert names == ["A ride", "Breathing"] and made.summary == "Small rides."
        assert (made.owner, made.clinic) == (cast.tess, cast.harbour)
        assert "1 starting set came in." in tess.get("/library/").text

    @pytest.mark.parametrize(("exercises", "whose"), [(["A ride"], "own"), (["Tessown"], "clinic")])
    def test_without_what_it_needs_nothing_is_kept(self, tess, exercises, whose):
        file = file_of(RIDE, sets=[SET | {"exercises": exercises}])
        page = self.keep(tess, file, [], [1], whose)
        assert page.status_code == 422 and "“Out again” needs" in page.text
        assert not StartingSet.objects.exists()

    def test_it_is_taken_along_with_its_exercises_and_comes_in_again(self, cast, tess, shelves):
        facts = {"clinic": cast.harbour, "title": "Out again", "whose": "own"}
        made = StartingSet.make(
            [shelves["own"], shelves["built_in"]], summary="Why", by=cast.tess, **facts
        )
        assert "Out again" in tess.get("/library/file/").text
        file = tess.post("/library/file/", {"starting_set": [made.pk]}).content
        (set_said,) = json.loads(file)["sets"]
        assert set_said["exercises"] == ["Tessown", "Breathing"]
        assert len(json.loads(file)["exercises"]) == 2
        made.delete()
        Exercise.objects.filter(key="tessown").delete()
        self.keep(tess, file, [2], [1])
        assert StartingSet.objects.get().members.count() == 2

    def test_edges_of_titles_are_no_part_of_them(self, tess):
        ride, again = RIDE | {"title": " A ride "}, SET | {"title": " Out again "}
        self.keep(tess, file_of(ride, sets=[again]), [1], [1])
        file = SimpleUploadedFile("x.json", file_of(ride, sets=[again]))
        page = tess.post("/library/bring-in/", {"file": file})
        (piece,), (made,) = page.context["form"].pieces, page.context["form"].sets
        assert piece.is_there and made.is_there and made.is_right

    def test_of_one_title_for_the_clinic_the_one_that_fits_is_taken(self, tess, shelves):
        Exercise.objects.filter(pk=shelves["own"].pk).update(title="Breathing")
        file = file_of(RIDE, sets=[SET | {"exercises": ["Breathing"]}])
        for whose, taken in (("own", "own"), ("clinic", "built_in")):
            assert self.keep(tess, file, [], [1], whose).status_code == 302
            made = StartingSet.objects.get()
            assert made.members.get().exercise == shelves[taken]
            made.delete()

    def test_what_only_oneself_has_is_to_be_shared_first(self, tess):
        file = file_of(RIDE, sets=[SET | {"exercises": ["Tessown"]}])
        page = self.keep(tess, file, [], [1], "clinic")
        assert page.status_code == 422 and "Share it with the clinic first" in page.text

    def test_more_sets_than_come_in_do_not_go_out(self, cast, tess, shelves):
        facts = {"clinic": cast.harbour, "whose": "own", "by": cast.tess}
        sets = [StartingSet.make([shelves["own"]], title=f"Set {n}", **facts) for n in range(31)]
        page = tess.post("/library/file/", {"starting_set": [each.pk for each in sets]})
        assert page.status_code == 422 and "up to 30 starting sets" in page.text

    @pytest.mark.parametrize("beside", [[], ["built_in"]])
    def test_two_of_one_title_do_not_go_out_with_a_set(self, cast, tess, shelves, beside):
        Exercise.objects.filter(pk=shelves["own"].pk).update(title="breathing")
        facts = {"clinic": cast.harbour, "whose": "own", "by": cast.tess, "title": "Both"}
        held = [shelves["own"], *([] if beside else [shelves["built_in"]])]
        sent = {"starting_set": [StartingSet.make(held, **facts).pk]}
        page = tess.post("/library/file/", sent | {"exercise": [shelves[n].pk for n in beside]})
        assert page.status_code == 422 and "Rename one." in page.text
        both = [shelves["own"].pk, shelves["built_in"].pk]
        assert tess.post("/library/file/", {"exercise": both}).status_code == 200

    def test_a_strangers_set_is_not_taken_along(self, cast, tess, shelves):
        facts = {"clinic": cast.harbour, "title": "Out again", "whose": "own"}
        theirs = StartingSet.make([shelves["otto"]], by=cast.otto, **facts)
        page = tess.post("/library/file/", {"starting_set": [theirs.pk]})
        assert page.status_code == 422 and "not in your library any more" in page.text
