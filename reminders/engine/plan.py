"""Lays out slots 48 hours ahead. Running it twice, or twice at once, makes no second slot."""

from datetime import timedelta

from django.db import connection
from django.db.models.functions import Now

from accounts.models import DeliveryProblem
from accounts.wall import in_clinics
from reminders.clinics import to_plan
from reminders.engine.halves import in_halves
from reminders.kinds import KINDS
from reminders.kinds.ahead import Ahead
from reminders.kinds.base import LATE_BY
from reminders.models import Recipient, ReminderSlot
from reminders.models.fewer import mark_offers

HORIZON = timedelta(hours=48)
# Planned again when less than this is left; between the two nobody is looked at.
REFILL = timedelta(hours=24)
# An outage is made up for, as expired slots that are counted, this far back.
MADE_UP = timedelta(days=7)
# Who could not be planned is left alone for a while.
PUT_OFF = timedelta(hours=25)
UNPLANNED = "unplanned: "
BATCH = 200
MOVABLE = ("due_at", "not_after", "channel", "state", "reason", "settled_at")


def plan_due(limit=BATCH) -> int:
    """Plan for recipients whose slots run out; returns how many were looked at."""
    due = to_plan(the_time() + REFILL, limit)
    return sum(in_halves(due, plan_for, put_off)) if due else 0


def put_off(due, error):
    """Staff see that this person has no reminders, until they can be planned."""
    recipient, clinics = due
    with in_clinics(*clinics):
        left = Recipient.objects.get(pk=recipient)
        Recipient.objects.filter(pk=recipient).update(planned_until=Now() + PUT_OFF)
        DeliveryProblem.objects.get_or_create(
            clinic_id=left.clinic_id,
            user_id=left.user_id,
            channel="email",
            solved_at=None,
            defaults={"code": UNPLANNED + type(error).__name__},
        )


def solve(recipients):
    planned = {(each.clinic_id, each.user_id) for each in recipients}
    problems = DeliveryProblem.objects.filter(
        solved_at=None, code__startswith=UNPLANNED, user__in={user for _clinic, user in planned}
    )
    for problem in problems:
        if (problem.clinic_id, problem.user_id) in planned:
            problem.solve()


def the_time():
    """By the database's clock: a worker's own may be a day off."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement_timestamp()")
        return cursor.fetchone()[0]


def plan_for(due) -> int:
    """Make these people's slots what holds now: new, moved, called off or taken up again.

    `due` are (recipient, all their person's clinics): what one says of them does not end what
    another said.
    """
    keys = [recipient for recipient, _clinics in due]
    with in_clinics(*{clinic for _recipient, clinics in due for clinic in clinics}):
        return plan(keys)


def plan(keys) -> int:
    now = the_time()
    until = now + HORIZON
    # Under the lock: whom another scheduler has just planned needs nothing any more.
    recipients = list(
        Recipient.objects.to_plan(now + REFILL)
        .filter(pk__in=keys)
        .select_for_update(skip_locked=True, of=("self",))
        .select_related("user", "clinic")
    )
    if not recipients:
        return 0
    lay_out(recipients, now, until)
    solve(recipients)
    Recipient.objects.filter(pk__in=[each.pk for each in recipients]).update(planned_until=until)
    mark_offers(list(Recipient.objects.filter(user__in={each.user_id for each in recipients})))
    return len(recipients)


def lay_out(recipients, now, until):
    since = min(min(each.planned_until for each in recipients), now)
    ahead = Ahead(recipients, since=max(since, now - MADE_UP), now=now, until=until)
    wanted = {
        key(slot): slot
        for kind in KINDS.values()
        if kind.is_planned
        for slot in kind.lay_out(ahead)
        if is_in_reach(slot, ahead)
    }
    planned = [kind.name for kind in KINDS.values() if kind.is_planned]
    standing = ReminderSlot.objects.filter(
        recipient__in=recipients, kind__in=planned, due_at__gt=now, delivery=None
    )
    standing = list(standing)
    moved = [slot for slot in standing if adjust(slot, wanted.pop(key(slot), None), now)]
    ReminderSlot.objects.bulk_update(moved, MOVABLE)
    ReminderSlot.objects.bulk_create(
        [slot for slot in wanted.values() if is_new(slot, ahead)], ignore_conflicts=True
    )


def key(slot):
    return slot.recipient_id, slot.kind, slot.about, slot.practice_date, slot.number


def is_in_reach(slot, ahead):
    """A little of the past belongs to it: a traveller's slot may have to move there."""
    since = min(slot.recipient.planned_until, ahead.now) - LATE_BY
    return since < slot.due_at <= ahead.until or KINDS[slot.kind].is_at_once


def is_new(slot, ahead):
    """Not what was due before anybody planned it, unless it follows from an event."""
    if KINDS[slot.kind].is_at_once:
        return slot.not_after > ahead.now and slot.due_at <= ahead.until
    return slot.due_at > min(slot.recipient.planned_until, ahead.now)


def adjust(slot, planned, now):
    """A slot's key stays one row for good; returns whether anything of it changes."""
    if planned is None:
        if slot.state != ReminderSlot.State.OPEN:
            return False
        slot.state, slot.reason = ReminderSlot.State.CANCELLED, "replanned"
        slot.settled_at = now
        return True
    before = [getattr(slot, name) for name in MOVABLE]
    for name in MOVABLE:
        setattr(slot, name, getattr(planned, name))
    return before != [getattr(slot, name) for name in MOVABLE]
