"""Sharing with the clinic and back, favourites, and how exercises are used: in counts."""

import pytest

from accounts.models import Therapy
from homework.models import Assignment, Exercise, WeekPlan
from homework.usage import usage_of
from tests.cast import agreed_plan, clinic, member, person, therapy
from tests.homework.presses import logged
from tests.homework.test_library import sheet, shelves
from tests.reading import read

pytestmark = pytest.mark.django_db
__all__ = ["shelves"]


@pytest.fixture
def own(shelves):
    return shelves["own"]


def test_shared_it_is_the_clinics_and_comes_back_to_who_shared_it(cast, signed_in, own):
    url = f"/library/{own.pk}/sharing/"
    for _press in range(2):
        signed_in(cast.tess).post(url, {"to": "clinic"})
    assert "Tessown" in signed_in(cast.otto).get("/library/").text
    signed_in(cast.otto).post(url, {"to": "own"})
    own.refresh_from_db()
    assert (own.owner, own.shared_by) == (None, cast.tess)
    assert "Take it back" not in signed_in(cast.otto).get(f"/library/{own.pk}/").text
    assert "Take it back" in signed_in(cast.tess).get(f"/library/{own.pk}/").text
    signed_in(cast.tess).post(url, {"to": "own"})
    assert "Tessown" not in signed_in(cast.otto).get("/library/").text


def test_what_others_changed_can_be_taken_back_too(cast, signed_in, own, shelves):
    own.share(by=cast.tess)
    words = sheet(shelves["skill"], version=1, title="Reworded")
    del words["whose"]
    signed_in(cast.otto).post(f"/library/{own.pk}/edit/", words)
    newest = Exercise.objects.current().get(key="tessown")
    assert (newest.title, newest.owner, newest.shared_by) == ("Reworded", None, cast.tess)


@pytest.mark.parametrize("which", ["otto", "far", "built_in"])
def test_nobody_shares_what_is_not_theirs(cast, signed_in, shelves, which):
    answer = signed_in(cast.tess).post(f"/library/{shelves[which].pk}/sharing/", {"to": "clinic"})
    assert answer.status_code == 404


def test_favourites_are_ones_own_and_outlive_a_new_version(cast, signed_in, shelves):
    clinic = shelves["clinic"]
    for _press in range(2):
        signed_in(cast.tess).post(f"/library/{clinic.pk}/favourite/", {"keep": "1"})
    clinic.revise(title="Harbourwalk anew")
    text = signed_in(cast.tess).get("/library/?kept=on").text
    assert "Harbourwalk anew" in text and "Breathing" not in text
    assert "Harbourwalk" not in signed_in(cast.otto).get("/library/?kept=on").text
    signed_in(cast.tess).post(f"/library/{clinic.pk}/favourite/", {"keep": ""})
    assert "Harbourwalk" not in signed_in(cast.tess).get("/library/?kept=on").text


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"level": "9"}, "There is no such level."),
        ({"level": "easy"}, "There is no such level."),
        ({"skill": "nothing"}, "No exercise here practises that skill."),
    ],
)
def test_a_filter_that_is_not_known_says_so_and_shows_everything(
    cast, signed_in, shelves, asked, words
):
    page = signed_in(cast.tess).get("/library/", asked)
    assert page.status_code == 422 and words in page.text and "Tessown" in page.text


class TestUsage:
    @pytest.fixture
    def give(self, cast, shelves):
        def give(number, **entry):
            for n in range(number):
                client = person(f"c{n}{len(entry)}")
                treated = therapy(cast.harbour, cast.tess, client)
                plan = agreed_plan(treated, cast.tess, exercise=shelves["built_in"])
                logged(plan.assignments.get(), client, **entry)

        return give

    def test_of_few_clients_nothing_is_told(self, cast, give):
        give(4)
        assert usage_of(cast.tess) == {}

    def test_two_therapies_of_one_client_are_one_client(self, cast, give, shelves):
        give(4)
        both = Therapy.objects.exclude(pk=cast.therapy.pk).filter(lead=cast.tess)
        client = both.order_by("pk").first().client
        again = therapy(clinic("Elsewhere"), cast.tess, client)
        member(cast.tess, again.clinic, is_therapist=True)
        agreed_plan(again, cast.tess, exercise=shelves["built_in"])
        assert usage_of(cast.tess) == {}

    def test_a_client_on_paper_counts(self, cast, give, shelves):
        give(4)
        paper = Therapy.begin(
            clinic=cast.harbour, lead=cast.tess, client_name="Nils", on_paper=True, by=cast.tess
        )
        agreed_plan(paper, cast.tess, exercise=shelves["built_in"])
        assert usage_of(cast.tess)["breathing"].clients == 5

    def test_counts_and_what_clients_rated(self, cast, signed_in, give, shelves):
        give(5, before=8, after=3)
        used = usage_of(cast.tess)["breathing"]
        assert (used.given, used.done, used.before, used.after) == (5, 5, 8, 3)
        text = read(signed_in(cast.tess).get("/library/"))
        assert "5 clients had it. Given 5 times" in text and "practised 5 times" in text
        assert "Clients rated 8.0 before and 3.0 after" in text
        assert usage_of(cast.zoe) == {}

    def test_ratings_of_few_or_kept_private_are_left_out(self, cast, give):
        give(4, before=8, after=3)
        give(1, before=1, after=1, private=True)
        used = usage_of(cast.tess)["breathing"]
        assert (used.given, used.before) == (5, None)

    def test_whether_it_helped_is_told_in_clients(self, cast, signed_in, give):
        give(3, helped="a_lot")
        give(2, helped="not_really", note="No.")
        give(2)
        used = usage_of(cast.tess)["breathing"]
        assert (used.clients, used.answered, used.helped) == (7, 5, 3)
        assert "3 of 5 clients said it helped" in signed_in(cast.tess).get("/library/").text

    def test_whether_it_helped_few_or_in_private_is_left_out(self, cast, signed_in, give):
        give(4, helped="a_lot")
        give(1, helped="a_lot", private=True)
        assert usage_of(cast.tess)["breathing"].helped is None
        assert "said it helped" not in signed_in(cast.tess).get("/library/").text

    def test_what_is_not_agreed_is_not_given(self, cast, give, shelves):
        give(5)
        Assignment.from_exercise(
            shelves["built_in"], plan=WeekPlan.prepare(cast.therapy, by=cast.tess)
        )
        assert usage_of(cast.tess)["breathing"].given == 5
