"""Who is reminded in a fault run: clients of two clinics, by mail and by push."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.db import connection
from django.utils import timezone

from accounts.models import Therapy, User
from reminders.models import Device, Recipient, ReminderSlot, VapidKey
from reminders.press import stop_link
from tests.cast import agreed_plan, gather
from tests.faults.mass import Model, load_like
from tests.reminders.push.service import Phone

PAUSED = 40  # of each clinic, before anything is due
WILLING_TO_STOP = 60
HELD, BRIEF = 40, 100


@dataclass
class People:
    began: object
    phone: Phone = field(default_factory=Phone)
    paused: set = field(default_factory=set)
    # {channel: slots that are due tomorrow, until somebody needs them due}
    held: dict = field(default_factory=dict)
    # {user: the path of the link that stops their reminders}
    stop_paths: dict = field(default_factory=dict)


def invite(people, slots, seconds, push_origin) -> People:
    """So many people, a fifth of them with a phone; their slots fall due over the seconds."""
    began = timezone.now()
    cast, now = gather(), began + timedelta(seconds=2)
    far = agreed_plan(cast.far, cast.zoe, "A walk")
    harbour = (cast.cleo, cast.therapy, cast.plan, cast.assignment)
    meadow = (cast.zack, cast.far, far, far.assignments.get())
    rules = {"slots": slots, "apart": timedelta(seconds=seconds / slots), "now": now}
    for name, model in (("harbour", harbour), ("meadow", meadow)):
        load_like(Model(*model), people * 2 // 5, name=f"{name}-mail-", **rules)
        load_like(Model(*model, "push"), people // 10, name=f"{name}-push-", **rules)
    brief = rules | {"of_use": timedelta(seconds=6)}
    load_like(Model(*harbour), BRIEF, name="harbour-brief-", **brief)
    tomorrow = {"now": now + timedelta(days=1)}
    load_like(Model(*meadow), HELD, name="meadow-held-mail-", **tomorrow)
    load_like(Model(*harbour, "push"), HELD, name="harbour-held-push-", **tomorrow)
    # Of the cast nobody is reminded: they are in no ledger.
    Recipient.objects.exclude(user__email__contains="-").update(planned_until=now + timedelta(365))
    found = People(began)
    give_phones(found.phone, push_origin)
    for name in ("harbour", "meadow"):
        theirs = User.objects.filter(email__startswith=f"{name}-mail-").order_by("email")
        found.paused |= pause(theirs[:PAUSED])
        willing = theirs[PAUSED : PAUSED + WILLING_TO_STOP]
        found.stop_paths |= {user.pk: path_of(stop_link(user, ["practise"])) for user in willing}
    held = ReminderSlot.objects.filter(recipient__user__email__contains="-held-")
    for channel in ("email", "push"):
        found.held[channel] = list(held.filter(channel=channel).values_list("pk", flat=True))
    return found


def make_due(slots):
    connection.close()  # The server may have been restarted since.
    moment = timezone.now()
    ReminderSlot.objects.filter(pk__in=slots).update(
        due_at=moment, not_after=moment + timedelta(hours=1)
    )


def give_phones(phone, origin):
    key = VapidKey.current()
    for user in User.objects.filter(email__contains="-push-"):
        Device.subscribe(
            user,
            endpoint=f"{origin}/{user.pk}/201",
            **phone.keys,
            vapid_key=key,
            session_key=str(user.pk),
        )


def pause(users):
    therapies = list(Therapy.objects.active().filter(client__in=[user.pk for user in users]))
    for therapy in therapies:
        therapy.pause(by=therapy.client)
    return {therapy.client_id for therapy in therapies}


def path_of(link):
    return "/" + link.split("/", 3)[3]
