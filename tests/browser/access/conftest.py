"""A client's pages for everybody: every page of a week, with something on each."""

import pytest
from django.urls import reverse

from homework.models import Assignment, WeekPlan
from tests.homework.presses import logged


@pytest.fixture
def places(world):
    """Every page of a client, by its name."""
    how = "Put your shoes on.\nWalk to the stop. (1 minute)"
    world.assignment.how = how
    world.assignment.save(update_fields=["how"])
    entry = logged(world.assignment, world.cleo, note="I waited.")
    entry.correct(by=world.cleo, note="I waited, and rode.")
    return {
        "Today": reverse("today"),
        "log": reverse("log", args=[world.assignment.pk]),
        "Start": reverse("start", args=[world.assignment.pk]),
        "Agree": reverse("agree", args=[proposed(world).pk]),
        "entry": reverse("entry", args=[entry.pk]),
        "Goals": reverse("goals"),
        "Toolbox": reverse("toolbox"),
        "History": reverse("history"),
        "Report": reverse("report", args=[world.therapy.pk]),
        "Me": reverse("me"),
        "looked": reverse("looked"),
        "Help": reverse("help"),
    }


def proposed(world):
    plan = WeekPlan.prepare(world.therapy, by=world.tess)
    Assignment.objects.create(
        clinic=world.harbour,
        therapy=world.therapy,
        plan=plan,
        title="Ask the driver",
        target_count=2,
    )
    plan.propose(by=world.tess)
    return plan
