"""Objects for every kind of argument an address may have: all of Cleo's therapy, or Harbour's."""

import uuid

from django.utils import timezone

from homework.models import (
    EntryFeedback,
    Exercise,
    PracticeEntry,
    Review,
    Skill,
    WeekPlan,
)
from tests.cast import member_of

# Addresses whose GET leads on to another page.
redirects = {"home", "report-index"}


def objects(cast):
    entry, _created = PracticeEntry.log(
        cast.assignment,
        state="done",
        device_id=uuid.uuid4(),
        done_at=timezone.now(),
        zone="Europe/London",
        by=cast.cleo,
        note="I rode two.",
    )
    EntryFeedback.give(entry, "Well done.", by=cast.tess)
    review = Review.of(cast.plan, by=cast.tess)
    review.finish(by=cast.tess)
    skill = Skill.objects.create(key="going-out", name="Going out", clinic=cast.harbour)
    exercise = Exercise.objects.create(
        key="bus", title="Ride the bus", skill=skill, clinic=cast.harbour
    )
    coming = WeekPlan.prepare(cast.therapy, by=cast.tess)
    coming.propose(by=cast.tess)
    return {
        "therapy": cast.therapy.pk,
        "record": cast.therapy.pk,
        "assignment": cast.assignment.pk,
        "entry": entry.pk,
        "plan": coming.pk,
        "review": review.pk,
        "goal": cast.goal.pk,
        "step": cast.step.pk,
        "session": cast.session.pk,
        "skill": skill.pk,
        "exercise": exercise.pk,
        "membership": member_of(cast.otto, cast.harbour).pk,
    }


CLIENT_OBJECTS = {"assignment", "entry", "plan", "review", "goal", "step", "subject"}


def owners(address):
    """The roles to whom an address' objects belong, where no relation to a therapy decides."""
    arguments = set(address.arguments)
    if "membership" in arguments or "invitation" in arguments:
        return {"ada"}
    if arguments & CLIENT_OBJECTS:
        return {"cleo"}
    return None
