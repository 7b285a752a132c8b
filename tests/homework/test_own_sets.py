"""Starting sets of one's own: made, shared, changed, given in one press, taken out and back."""

import uuid

import pytest

from accounts.models import AuditEvent
from homework import library
from homework.forms.starting_set import PLACES
from homework.models import Exercise, StartingSet
from tests.cast import member
from tests.homework.planning import Desk
from tests.homework.test_library import shelves
from tests.queries import queries_of
from tests.reading import read

pytestmark = pytest.mark.django_db
__all__ = ["shelves"]
NEW = "/library/sets/new/"


@pytest.fixture
def tess(cast, signed_in, shelves):
    return signed_in(cast.tess)


@pytest.fixture
def make(cast, shelves):
    def make(*names, whose="own", by=cast.tess, title="The first week"):
        facts = {"clinic": cast.harbour, "summary": "Small, and outside."}
        exercises = [shelves[name] for name in names]
        return StartingSet.make(exercises, by=by, whose=whose, title=title, **facts)

    return make


def words(*exercises, **changes):
    said = {"sheet": uuid.uuid4(), "title": "The first week", "whose": "own"}
    said |= {name: each.code for name, each in zip(PLACES, exercises, strict=False)}
    return said | changes


def members(made):
    return [each.exercise.title for each in made.members.select_related("exercise")]


def titles(desk):
    return [each.title for each in desk.plan.assignments.order_by("position")]


def test_one_is_put_together_in_its_order_and_a_second_press_makes_no_second(tess, shelves):
    said = words(shelves["own"], shelves["built_in"], shelves["clinic"], summary="Outside.")
    for _press in range(2):
        assert tess.post(NEW, said).url == "/library/sets/"
    made = StartingSet.objects.get()
    assert members(made) == ["Tessown", "Breathing", "Harbourwalk"]
    text = tess.get("/library/sets/").text
    assert "The first week" in text and "Outside." in text


def test_the_same_sheet_with_other_words_is_told_and_loses_nothing(cast, tess, shelves):
    said = words(shelves["own"])
    tess.post(NEW, said)
    other = said | words(shelves["own"], shelves["clinic"], sheet=said["sheet"], title="More")
    page = tess.post(NEW, other)
    assert page.status_code == 422 and "saved before, with other words." in page.text
    assert 'value="More"' in page.text and 'name="edition" value="1"' in page.text
    for _press in range(2):
        assert tess.post(NEW, other | {"edition": 1}).status_code == 302
    made = StartingSet.objects.get()
    assert (made.title, members(made)) == ("More", ["Tessown", "Harbourwalk"])


def test_the_same_sheet_makes_no_set_of_another_clinic_of_it(cast, tess, shelves):
    member(cast.tess, cast.meadow, is_therapist=True)
    said = words(shelves["built_in"], clinic=cast.harbour.pk)
    tess.post(NEW, said)
    page = tess.post(NEW, said | {"clinic": cast.meadow.pk, "edition": 1})
    assert page.status_code == 422 and "belongs to another set" in page.text
    assert StartingSet.objects.get().clinic == cast.harbour


def test_with_none_the_page_says_what_it_is_for(tess, make):
    assert "No set of your own yet" in tess.get("/library/sets/").text
    make("own")
    assert "No set of your own yet" not in tess.get("/library/sets/").text


def test_one_that_came_with_midweek_is_where_one_can_begin(tess):
    library.load()
    text = tess.get(f"{NEW}?like=quiet-nights").text
    assert 'value="Quieter nights"' in text and text.count(" selected>None") == len(PLACES) - 2
    assert tess.get(f"{NEW}?like=no-such-set").status_code == 200


@pytest.mark.parametrize(
    ("names", "changes", "said"),
    [
        ([], {}, "Choose at least one exercise."),
        (["own", "own"], {}, "This exercise is in the set already."),
        (["own"], {"whose": "clinic"}, "Only you have this exercise."),
        (["otto"], {}, "This exercise is not in your library any more."),
        (["far"], {}, "This exercise is not in your library any more."),
        (["own"], {"title": ""}, "Write a name."),
        (["own"], {"title": "nul\0"}, "There is a character in this text"),
        (["own"], {"whose": ""}, "Choose who uses it."),
    ],
)
def test_what_cannot_be_kept_is_said_in_clear_words(tess, shelves, names, changes, said):
    page = tess.post(NEW, words(*(shelves[name] for name in names), **changes))
    assert page.status_code == 422 and said in page.text
    assert not StartingSet.objects.exists()


def test_of_two_clinics_one_is_chosen_and_the_exercises_are_its_own(cast, tess, shelves):
    member(cast.tess, cast.meadow, is_therapist=True)
    said = words(shelves["far"], clinic=cast.harbour.pk)
    assert "belongs to another clinic." in tess.post(NEW, said).text
    tess.post(NEW, said | {"clinic": cast.meadow.pk})
    assert StartingSet.objects.get().clinic == cast.meadow


def test_nobody_elses_can_be_seen_changed_or_taken_out(cast, signed_in, make):
    made = make("own")
    at = f"/library/sets/{made.pk}/"
    for who in (cast.otto, cast.zoe):
        stranger = signed_in(who)
        assert "The first week" not in stranger.get("/library/sets/").text
        assert stranger.get(at).status_code == stranger.post(at).status_code == 404
        assert stranger.post(f"{at}retirement/").status_code == 404
    assert StartingSet.objects.offered_to(cast.tess).get() == made


def test_a_sheet_of_somebody_elses_set_is_refused(cast, signed_in, shelves, make):
    made = make("own")
    page = signed_in(cast.otto).post(NEW, words(shelves["clinic"], sheet=made.pk))
    assert page.status_code == 422 and "belongs to another set" in page.text
    assert members(made) == ["Tessown"]


def test_shared_it_is_everybodys_and_comes_back_to_who_shared_it(cast, signed_in, shelves, make):
    made = make("clinic")
    at = f"/library/sets/{made.pk}/"
    said = words(shelves["clinic"], edition=1, whose="clinic")
    signed_in(cast.tess).post(at, said)
    otto = signed_in(cast.otto)
    text = otto.get(at).text
    assert "The first week" in text and "Who uses it" not in text
    otto.post(at, said | {"edition": 2, "title": "Week one", "whose": "own"})
    made.refresh_from_db()
    assert (made.title, made.owner, made.shared_by) == ("Week one", None, cast.tess)
    assert otto.post(at, said | {"edition": 3, "whose": "clinic"}).status_code == 302
    signed_in(cast.tess).post(at, said | {"edition": 4, "whose": "own"})
    assert signed_in(cast.otto).get(at).status_code == 404


def test_of_two_windows_the_later_is_told(cast, tess, shelves, make):
    made = make("own")
    at = f"/library/sets/{made.pk}/"
    first = words(shelves["clinic"], edition=1, summary="")
    for _press in range(2):
        assert tess.post(at, first).status_code == 302
    page = tess.post(at, words(shelves["own"], edition=1))
    assert page.status_code == 422 and "Somebody has changed this set" in page.text
    assert 'name="edition" value="2"' in page.text and members(made) == ["Harbourwalk"]
    assert AuditEvent.objects.filter(action="starting_set.changed").count() == 1


class TestGiving:
    @pytest.fixture
    def week(self, cast, tess):
        return Desk(cast, tess)

    def test_it_stands_first_and_one_press_gives_all_of_it_in_its_order(self, week, make):
        library.load()
        made = make("clinic", "built_in")
        page = week.read("plan-library")
        assert page.index("The first week") < page.index("Quieter nights")
        for _press in range(2):
            assert week.post("plan-set", key=made.pk).url == week.at("review")
        assert titles(week) == ["Harbourwalk", "Breathing"]

    def test_the_newest_version_is_given(self, week, make, shelves):
        made = make("own")
        shelves["own"].revise(title="Reworded")
        week.post("plan-set", key=made.pk)
        assert titles(week) == ["Reworded"]

    def test_what_left_the_library_is_left_out_and_said(self, cast, week, tess, make, shelves):
        made = make("own", "clinic")
        shelves["own"].retire(by=cast.tess)
        assert "One exercise is not in your library any more." in tess.get("/library/sets/").text
        page = read(tess.get(f"/library/sets/{made.pk}/"))
        assert "not in your library any more. Saving leaves it out." in page
        week.post("plan-set", key=made.pk)
        assert titles(week) == ["Harbourwalk"]

    def test_one_of_which_nothing_is_left_is_not_given(self, cast, week, make, shelves):
        made = make("own")
        shelves["own"].retire(by=cast.tess)
        assert "None of its exercises is in your library" in week.read("plan-library")
        page = week.post("plan-set", key=made.pk)
        assert page.status_code == 422 and "Choose a set." in page.text and week.plan is None

    def test_nobody_elses_is_given(self, cast, week, make):
        made = make("otto", by=cast.otto)
        assert "The first week" not in week.read("plan-library")
        assert week.post("plan-set", key=made.pk).status_code == 422

    def test_each_goes_out_in_the_clients_language(self, cast, week, make, shelves):
        shelves["built_in"].wordings = {"de": {"title": "Atmen"}}
        shelves["built_in"].save()
        cast.tess.language = "de"
        cast.tess.save()
        week.post("plan-set", key=make("built_in").pk)
        assert titles(week) == ["Breathing"]


def test_taken_out_in_another_window_it_is_saved_no_more(cast, tess, shelves):
    said = words(shelves["own"])
    tess.post(NEW, said)
    StartingSet.objects.get().retire(by=cast.tess)
    page = tess.post(NEW, said | {"title": "More", "edition": 1})
    assert page.status_code == 422 and "This set is no longer offered." in page.text
    assert StartingSet.objects.get().title == "The first week"


def test_taken_out_it_is_offered_no_longer_and_comes_back_by_a_press(cast, tess, make):
    made = make("own")
    at = f"/library/sets/{made.pk}/"
    for _press in range(2):
        assert tess.post(f"{at}retirement/").url == "/library/sets/"
    assert tess.get(at).status_code == 404
    assert "Offer it again" in tess.get("/library/sets/").text
    assert "The first week" not in Desk(cast, tess).read("plan-library")
    for _press in range(2):
        tess.post(f"{at}retirement/", {"do": "again"})
    assert tess.get(at).status_code == 200
    done = [event.action for event in AuditEvent.objects.filter(subject_id=made.pk)]
    assert sorted(done)[1:] == ["starting_set.offered_again", "starting_set.retired"]


@pytest.mark.parametrize("address", ["/library/sets/", "plan-library"])
def test_its_queries_do_not_grow(cast, tess, make, shelves, address):
    address = Desk(cast, tess).at(address) if address == "plan-library" else address
    make("own")
    few = queries_of(tess, address)
    for number in range(5):
        make("own", "clinic", "built_in", title=f"Set {number}", whose="own")
    assert len(queries_of(tess, address)) == len(few)
    assert Exercise.objects.count() == 5
