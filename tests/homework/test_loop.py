"""The loop through the models' verbs, from a plan to the next."""

import uuid

import pytest
from django.utils import timezone

from homework.models import PracticeEntry, Review, WeekPlan, WeekReport


@pytest.mark.django_db
def test_the_next_agreed_plan_closes_the_reviewed_one(cast):
    entry, created = PracticeEntry.log(
        cast.assignment,
        state="done",
        device_id=uuid.uuid4(),
        done_at=timezone.now(),
        zone="Europe/London",
        by=cast.cleo,
        note="I rode two.",
    )
    assert created and entry.has_words
    WeekReport.send(cast.plan, topics="Sunday", by=cast.cleo)
    review = Review.of(cast.plan, by=cast.tess)
    decision = review.decide(cast.assignment, "step_up")
    review.finish(by=cast.tess)
    following = WeekPlan.prepare(cast.therapy, by=cast.tess)
    assert decision.carries_on
    cast.assignment.carry_into(following, title="Three buses")
    following.agree(by=cast.cleo)
    cast.plan.refresh_from_db()
    assert cast.plan.closed_reason == "reviewed"
    assert WeekPlan.objects.running().get(therapy=cast.therapy) == following


@pytest.mark.django_db
def test_sending_an_entry_twice_makes_one_row(cast):
    press = {
        "state": "done",
        "device_id": uuid.uuid4(),
        "done_at": timezone.now(),
        "zone": "Europe/London",
        "by": cast.cleo,
    }
    first, _ = PracticeEntry.log(cast.assignment, **press)
    second, created = PracticeEntry.log(cast.assignment, **press)
    assert not created and first.pk == second.pk
