"""Objects for every kind of argument that an address may have, of one client or of nobody."""

import uuid
from datetime import timedelta
from types import SimpleNamespace

from allauth.usersessions.models import UserSession
from django.core import signing
from django.http import QueryDict
from django.utils import timezone

from accounts.models import Away, Invitation, ParkedPost, Therapy
from goals.models import EndGoal
from homework.models import (
    EntryFeedback,
    Exercise,
    GivenMeasure,
    HomeworkProposal,
    Review,
    Skill,
    StartingSet,
    TherapySession,
    WeekPlan,
    WeekReport,
)
from records.models import Copy
from reminders.models import CalendarAddress, Device, VapidKey
from reminders.press import LEAD, STOP
from tests.cast import agreed_plan, member_of
from tests.homework.library.filing import a_page
from tests.homework.measures.giving import answered, duty_in
from tests.homework.presses import logged

DAY = timedelta(days=1)


def objects(cast):
    """Cleo's, in a clinic where Otto and Vera answer flags that nobody else did."""
    duty_in(cast)
    return made(
        SimpleNamespace(
            clinic=cast.harbour,
            admin=cast.ada,
            lead=cast.tess,
            client=cast.cleo,
            therapy=cast.therapy,
            goal=cast.goal,
            step=cast.step,
            session=cast.session,
            plan=cast.plan,
            assignment=cast.assignment,
        )
    )


def objects_of(therapy, admin):
    """The same of a therapy that has nothing yet."""
    of = SimpleNamespace(clinic=therapy.clinic, admin=admin, therapy=therapy)
    of.lead, of.client = therapy.lead, therapy.client
    return made(begun(of))


def begun(of):
    """What the cast has made for Cleo and Tess."""
    of.goal = EndGoal.name(of.therapy, title="Swim", by=of.lead)
    of.step = of.goal.add_step("Buy trunks", by=of.lead, together=True)
    of.session = TherapySession.book(of.therapy, starts_at=timezone.now() + DAY, by=of.lead)
    of.plan = agreed_plan(of.therapy, of.lead, step=of.step)
    of.assignment = of.plan.assignments.get()
    return of


def made(of):
    return {
        "therapy": of.therapy.pk,
        "record": of.therapy.pk,
        "assignment": of.assignment.pk,
        "goal": of.goal.pk,
        "step": of.step.pk,
        "session": of.session.pk,
        "form": "log",
        "subject": of.assignment.pk,
        **of_practice(of),
        **of_library(of),
        **of_measures(of),
        **of_clinic(of),
        **of_person(of),
    }


def of_practice(of):
    entry = logged(of.assignment, of.client, note="I rode two.")
    EntryFeedback.give(entry, "Well done.", by=of.lead)
    report = WeekReport.send(of.plan, topics="Sunday", by=of.client)
    review = Review.of(of.plan, by=of.lead)
    review.finish(by=of.lead)
    coming = WeekPlan.prepare(of.therapy, by=of.lead)
    coming.propose(by=of.lead)
    proposal = HomeworkProposal.propose(of.therapy, title="Swim", by=of.client)
    made = {"entry": entry, "report": report, "review": review, "plan": coming}
    return {name: row.pk for name, row in (made | {"proposal": proposal}).items()}


def of_library(of):
    key = f"going-out-{of.client.name}"
    skill = Skill.objects.create(key=key, name="Going out", clinic=of.clinic)
    exercise = Exercise.objects.create(key=key, title="Ride the bus", skill=skill, clinic=of.clinic)
    file = a_page(of.clinic, of.lead)
    exercise = exercise.enclose(file, by=of.lead)
    of.assignment.reword(exercise=exercise)
    facts = {"title": "To begin with", "summary": "", "whose": "clinic", "clinic": of.clinic}
    made = StartingSet.make([exercise], by=of.lead, **facts)
    return {
        "skill": skill.pk,
        "exercise": exercise.pk,
        "file": file.pk,
        "starting_set": made.pk,
    }


def of_measures(of):
    """A measure that was given and answered, with the flag that the answer raised."""
    given = GivenMeasure.give(of.therapy, "phq-9", every_weeks=2, by=of.lead)
    result = answered(given, of.client, **{"9": 1})
    return {"given": given.pk, "result": result.pk, "flag": result.flag.pk}


def of_clinic(of):
    """A member, an invitation, a cover and an absence; a link with which somebody joins."""
    starts_on = timezone.localdate() + 10 * DAY
    away = Away.objects.create(
        clinic=of.clinic, therapist=of.lead, starts_on=starts_on, back_on=starts_on + 7 * DAY
    )
    newcomer = Therapy.begin(clinic=of.clinic, lead=of.lead, client_name="Nils", by=of.lead)
    link = Invitation.send_to_client(newcomer, email="", by=of.lead)
    invited = f"new-{of.client.name}@example.org"
    roles = {"as_admin": False, "as_therapist": True}
    invitation = Invitation.send_to_member(of.clinic, email=invited, **roles, by=of.admin)
    return {
        "away": away.pk,
        "token": link.link_token,
        "invitation": invitation.pk,
        "cover": of.therapy.covers.first().pk,
        "membership": member_of(of.lead, of.clinic).pk,
    }


def of_person(of):
    """What hangs from the client as a person: links, a phone, a calendar, a copy, parked words."""
    data = QueryDict("note=I rode two.")
    owner = str(of.client.pk)
    return {
        "link": signing.dumps([owner, "/today/"], salt=LEAD),
        "stop": signing.dumps([owner, ["practise"]], salt=STOP),
        "device": device_of(of.client).pk,
        "sign_in": sign_in_of(of.client).pk,
        "address": CalendarAddress.renew(of.client).token,
        "copy": copy_of(of.client).pk,
        "id": ParkedPost.park(author_id=of.client.pk, path="/today/", data=data).pk,
    }


def sign_in_of(user):
    facts = {"ip": "203.0.113.1", "user_agent": "Firefox", "session_key": f"{user.pk}"}
    return UserSession.objects.create(user=user, **facts)


def copy_of(user):
    copy = Copy.ask(user, "data")
    copy.make()
    return copy


def device_of(user):
    facts = {"endpoint": f"https://fcm.googleapis.com/{user.pk}", "p256dh": "", "auth": ""}
    key = VapidKey.objects.first() or VapidKey.make()
    return Device.subscribe(user, **facts, vapid_key=key, session_key="s")


def stranger(name, value):
    """An id or a link of the right shape that belongs to nothing."""
    if name == "form":
        return value
    if isinstance(value, int):
        return value + 10**6
    return uuid.uuid4() if isinstance(value, uuid.UUID) else "x" * len(value)
