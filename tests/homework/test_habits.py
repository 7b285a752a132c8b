"""What a client usually says is offered first, and never filled in."""

import pytest

from homework.habits import Habits
from tests.cast import agreed_plan, therapy
from tests.homework.presses import HTMX, address, logged, press

pytestmark = pytest.mark.django_db


@pytest.fixture
def said(cast):
    """Cleo logs places, one entry each; returns the last entry."""
    return lambda *places: [logged(cast.assignment, cast.cleo, where=place) for place in places][-1]


def test_the_four_most_frequent_places_are_offered_as_last_spelt(cast, said):
    said("home", "Bus 12", "Bus 12", "work", "shop", "shop", "pool", "work", "Home ", "Home")
    assert Habits(cast.therapy.pk).places == ["Home", "work", "shop", "Bus 12"]


def test_what_was_taken_back_is_not_offered(cast, said):
    said("pool").withdraw(by=cast.cleo)
    assert Habits(cast.therapy.pk).places == []


def test_what_was_said_in_another_therapy_stays_there(cast, signed_in):
    homework = agreed_plan(therapy(cast.harbour, cast.otto, cast.cleo), cast.otto, "Breathe")
    logged(homework.assignments.get(), cast.cleo, where="At Nadia’s", with_whom="Nadia")
    page = signed_in(cast.cleo).get(address("log", cast.assignment)).content.decode()
    assert "Nadia" not in page


def test_places_and_people_are_chips_beside_a_free_line(cast, signed_in):
    logged(cast.assignment, cast.cleo, where="Bus 12", with_whom="Mum")
    page = signed_in(cast.cleo).get(address("log", cast.assignment)).content.decode()
    assert 'type="button">Bus 12</button>' in page and 'type="button">Mum</button>' in page
    assert 'value="Bus 12"' not in page and 'value="Mum"' not in page


def test_ones_own_reasons_come_first_and_six_are_behind_more(cast, signed_in):
    for reason in ("point", "others", "point"):
        logged(cast.assignment, cast.cleo, "partly", obstacle=reason)
    answer = signed_in(cast.cleo).post(
        address("today-log", cast.assignment), press("not_today"), headers=HTMX
    )
    shown, more = answer.content.decode().split("<summary>More</summary>")
    first = [shown.index(f'value="{reason}"') for reason in ("point", "others", "busy", "forgot")]
    assert first == sorted(first) and more.count('name="obstacle"') == 6
