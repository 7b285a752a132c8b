"""Objects for every kind of argument an address may have: all of Cleo's therapy, or Harbour's."""

import uuid
from datetime import timedelta

from django.core import signing
from django.http import QueryDict
from django.utils import timezone

from accounts import policy
from accounts.models import Away, Invitation, ParkedPost, Therapy
from homework.models import (
    EntryFeedback,
    Exercise,
    GivenMeasure,
    HomeworkProposal,
    PracticeEntry,
    Review,
    Skill,
    WeekPlan,
    WeekReport,
)
from records.models import Copy
from reminders.models import CalendarAddress, Device, VapidKey
from reminders.press import LEAD, STOP
from tests.cast import member_of
from tests.homework.measures.giving import answered, duty_in

# What a worker asks: it is told that nobody is signed in, where a page would lead to the sign-in.
SAYS_401 = {"sync-token"}
# Addresses whose GET leads on to another page.
REDIRECTS = {
    "caseload-next",
    "export-file",
    "home",
    "report-index",
    "start",
    "worksheet",
    "open-record",
    "paper-worksheet",
    "press",
    "unlock",
}


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
    report = WeekReport.send(cast.plan, topics="Sunday", by=cast.cleo)
    review = Review.of(cast.plan, by=cast.tess)
    review.finish(by=cast.tess)
    skill = Skill.objects.create(key="going-out", name="Going out", clinic=cast.harbour)
    exercise = Exercise.objects.create(
        key="bus", title="Ride the bus", skill=skill, clinic=cast.harbour
    )
    coming = WeekPlan.prepare(cast.therapy, by=cast.tess)
    coming.propose(by=cast.tess)
    proposal = HomeworkProposal.propose(cast.therapy, title="Swim", by=cast.cleo)
    return {
        "therapy": cast.therapy.pk,
        "record": cast.therapy.pk,
        "assignment": cast.assignment.pk,
        "entry": entry.pk,
        "plan": coming.pk,
        "proposal": proposal.pk,
        "review": review.pk,
        "report": report.pk,
        "goal": cast.goal.pk,
        "step": cast.step.pk,
        "session": cast.session.pk,
        "skill": skill.pk,
        "exercise": exercise.pk,
        "away": away_of(cast).pk,
        "form": "log",
        "subject": cast.assignment.pk,
        "membership": member_of(cast.otto, cast.harbour).pk,
        **of_measures(cast),
        **of_accounts(cast),
    }


def of_measures(cast):
    """A measure that was given and answered, with the flag that the answer raised."""
    duty_in(cast)
    given = GivenMeasure.give(cast.therapy, "phq-9", every_weeks=2, by=cast.tess)
    result = answered(given, cast.cleo, **{"9": 1})
    return {"given": given.pk, "result": result.pk, "flag": result.flag.pk}


def away_of(cast):
    first = timezone.localdate() + timedelta(days=10)
    return Away.objects.create(
        clinic=cast.harbour,
        therapist=cast.tess,
        starts_on=first,
        back_on=first + timedelta(days=7),
    )


def of_accounts(cast):
    """A link to join with, a member's invitation, a cover, and what waits for Cleo."""
    newcomer = Therapy.begin(clinic=cast.harbour, lead=cast.tess, client_name="Nils", by=cast.tess)
    link = Invitation.send_to_client(newcomer, email="", by=cast.tess)
    member = Invitation.send_to_member(
        cast.harbour, email="new@example.org", as_admin=False, as_therapist=True, by=cast.ada
    )
    data = QueryDict("note=I rode two.")
    return {
        "token": link.link_token,
        "link": signing.dumps([str(cast.cleo.pk), "/today/"], salt=LEAD),
        "stop": signing.dumps([str(cast.cleo.pk), ["practise"]], salt=STOP),
        "device": device_of(cast.cleo).pk,
        "address": CalendarAddress.renew(cast.cleo).token,
        "invitation": member.pk,
        "cover": cast.therapy.covers.first().pk,
        "copy": copy_of(cast.cleo).pk,
        "id": ParkedPost.park(author_id=cast.cleo.pk, path="/today/", data=data).pk,
    }


def copy_of(user):
    copy = Copy.ask(user, "data")
    copy.make()
    return copy


def device_of(user):
    facts = {"endpoint": "https://fcm.googleapis.com/x", "p256dh": "", "auth": ""}
    return Device.subscribe(user, **facts, vapid_key=VapidKey.make(), session_key="s")


# "id" is a post that was parked for Cleo.
CLIENT_OBJECTS = {
    "assignment",
    "copy",
    "device",
    "entry",
    "given",
    "goal",
    "id",
    "link",
    "plan",
    "proposal",
    "report",
    "result",
    "review",
    "step",
    "subject",
    "therapy",
}
# Only for a therapy that has ended, which Cleo's has not; only where an operator set it up.
NOBODYS = {"ended", "mail-events", "metrics"}
HARBOUR_THERAPISTS = {"tess", "otto", "vera", "will"}


def owners(address, rule):
    """The roles to whom an address' objects belong, where no relation to a therapy decides."""
    arguments = set(address.arguments)
    if address.name in NOBODYS:
        return set()
    if "away" in arguments:
        return {"tess"}
    if rule.hat == policy.ADMIN:
        return {"ada"} if arguments else None
    if rule.hat == policy.THERAPIST:
        return HARBOUR_THERAPISTS if arguments else None
    return {"cleo"} if arguments & CLIENT_OBJECTS else None
