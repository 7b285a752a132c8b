"""A client's pages for everybody: every page of a week, with something on each."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from goals.models import GoalRating
from homework.models import GivenMeasure, HomeworkProposal
from tests.cast import proposed_plan
from tests.homework.measures.giving import answered, duty_in
from tests.homework.presses import logged

HOW = "Put your shoes on.\nWalk to the stop. (1 minute)"
PROMPTS = [
    {"key": "what", "question": "What happened?", "kind": "text"},
    {"key": "sure", "question": "How sure were you?", "kind": "number"},
    {"key": "else", "question": "What else could it mean?", "kind": "text"},
]


@pytest.fixture
def places(world):
    """Every page of a client, by its name."""
    homework, therapy = world.assignment, world.therapy
    homework.how, homework.prompts = HOW, PROMPTS
    homework.save(update_fields=["how", "prompts"])
    entry = logged(homework, world.cleo, note="I waited.")
    entry.correct(by=world.cleo, note="I waited, and rode.")
    HomeworkProposal.propose(therapy, title="Walk to the market", by=world.cleo)
    rated(world, 3, 4, 6)
    plan = proposed_plan(therapy, world.tess)
    of_homework = {"log": "log", "Start": "start", "worksheet": "worksheet"}
    duty_in(world)
    given = GivenMeasure.give(therapy, "phq-9", every_weeks=2, by=world.tess)
    answered(given, world.cleo, 2)
    given = GivenMeasure.give(therapy, "phq-9", every_weeks=2, by=world.tess)
    alone = {
        "questions": "own-measures",
        "Today": "today",
        "Goals": "goals",
        "Toolbox": "toolbox",
        "History": "history",
    }
    alone |= {"Me": "me", "looked": "looked", "Help": "help", "reminders": "me-reminders"}
    alone |= {
        "zone": "me-zone",
        "lock": "app-lock",
        "export": "export",
        "erasure": "erasure",
        "waiting": "waiting",
    }
    return {
        **{place: reverse(name) for place, name in alone.items()},
        **{place: reverse(name, args=[homework.pk]) for place, name in of_homework.items()},
        "Agree": reverse("agree", args=[plan.pk]),
        "entry": reverse("entry", args=[entry.pk]),
        "Report": reverse("report", args=[therapy.pk]),
        "measure": reverse("measure", args=[given.pk]),
        "proposal": reverse("proposal", args=[therapy.pk]),
    }


def rated(world, *values):
    """How far along Cleo felt, a day each, the last one today."""
    for days, value in enumerate(reversed(values)):
        day = timezone.localdate(timezone=world.cleo.zone) - timedelta(days=days)
        GoalRating.objects.rate(world.goal, value, on=day, by=world.cleo)
