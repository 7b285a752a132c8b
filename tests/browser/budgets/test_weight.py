"""Light enough for an old phone on a slow line: bytes, requests, and a layout that stays put."""

import pytest
from django.urls import reverse

from homework.models import Assignment, PracticeEntry

FIRST_BYTES, FIRST_REQUESTS, LATER_BYTES = 40_000, 6, 8_000


@pytest.fixture
def places(jonas):
    """Every page of a client's week, by its name."""
    therapy = jonas.therapies.get()
    homework = Assignment.objects.running().filter(therapy=therapy).first()
    entry = PracticeEntry.objects.filter(therapy=therapy).first()
    return {
        "Today": reverse("today"),
        "log": reverse("log", args=[homework.pk]),
        "Start": reverse("start", args=[homework.pk]),
        "entry": reverse("entry", args=[entry.pk]),
        "Goals": reverse("goals"),
        "Toolbox": reverse("toolbox"),
        "History": reverse("history"),
        "Report": reverse("report", args=[therapy.pk]),
        "Me": reverse("me"),
        "Help": reverse("help"),
    }


def test_the_first_page_is_light(visit):
    cost = visit.open("/today/")
    assert cost.bytes <= FIRST_BYTES and len(cost.requests) <= FIRST_REQUESTS, cost


def test_every_later_page_is_lighter(visit, places):
    visit.open("/today/")
    costs = {name: visit.open(path).bytes for name, path in places.items()}
    assert {name: bytes for name, bytes in costs.items() if bytes > LATER_BYTES} == {}


def test_nothing_moves_while_a_page_comes(visit, places):
    moved = {}
    for name, path in places.items():
        visit.open(path)
        moved[name] = visit.shifts()
    assert {name: shifts for name, shifts in moved.items() if shifts} == {}
