"""Objects for every kind of argument an address may have: all of Cleo's therapy, or Harbour's."""

import uuid

from django.http import QueryDict
from django.utils import timezone

from accounts.models import Invitation, ParkedPost, Therapy
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
        **of_accounts(cast),
    }


def of_accounts(cast):
    """A link to join with, a member's invitation, a cover, and what waits for Cleo."""
    newcomer = Therapy.begin(
        clinic=cast.harbour, lead=cast.tess, client_name="Nils", by=cast.tess
    )
    link = Invitation.send_to_client(newcomer, email="", by=cast.tess)
    member = Invitation.send_to_member(
        cast.harbour, email="new@example.org", as_admin=False, as_therapist=True, by=cast.ada
    )
    data = QueryDict("note=I rode two.")
    return {
        "token": link.link_token,
        "invitation": member.pk,
        "cover": cast.therapy.covers.first().pk,
        "id": ParkedPost.park(author_id=cast.cleo.pk, path="/today/", data=data).pk,
    }


CLIENT_OBJECTS = {"assignment", "entry", "plan", "review", "goal", "step", "subject"}


def owners(address):
    """The roles to whom an address' objects belong, where no relation to a therapy decides."""
    arguments = set(address.arguments)
    if address.name.startswith("clinic-") and arguments:
        return {"ada"}
    if address.name == "ended":
        return set()  # Cleo's therapy is still open.
    if address.name == "parked":
        return {"cleo"}
    if arguments & CLIENT_OBJECTS:
        return {"cleo"}
    return None
