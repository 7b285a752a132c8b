"""Lays out slots 48 hours ahead. Running it twice, or twice at once, makes no second slot."""

from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from homework.models import Assignment
from homework.practice_day import practice_date
from reminders.engine.clock import instant
from reminders.models import Recipient, ReminderSlot

HORIZON = timedelta(hours=48)
# Planned again when less than this is left; between the two nobody is looked at.
REFILL = timedelta(hours=24)
LATE_BY = timedelta(hours=3)
BATCH = 200


def plan_due(now=None, limit=BATCH) -> int:
    """Plan for recipients whose slots run out; returns how many were looked at."""
    now = now or timezone.now()
    with transaction.atomic():
        recipients = list(
            Recipient.objects.to_plan(now + REFILL)
            .select_for_update(skip_locked=True, of=("self",))
            .select_related("user", "clinic")[:limit]
        )
        for recipient in recipients:
            plan_for(recipient, now)
    return len(recipients)


def plan_for(recipient: Recipient, now: datetime) -> None:
    """Make this person's future slots what holds now: new, moved, called off or taken up again."""
    until = now + HORIZON
    wanted = {slot_key(slot): slot for slot in slots_of(recipient, now, until)}
    for slot in recipient.slots.filter(due_at__gt=now, delivery=None):
        adjust(slot, wanted.pop(slot_key(slot), None))
    ReminderSlot.objects.bulk_create(wanted.values(), ignore_conflicts=True)
    recipient.planned_until = until
    recipient.save(update_fields=["planned_until"])


def adjust(slot, planned):
    """A slot's key stays one row for good; only its time and whether it is open change."""
    if planned is None:
        ReminderSlot.objects.filter(pk=slot.pk).cancel("replanned")
    elif slot.due_at != planned.due_at or slot.state != ReminderSlot.State.OPEN:
        slot.due_at, slot.not_after = planned.due_at, planned.not_after
        slot.state, slot.reason, slot.settled_at = ReminderSlot.State.OPEN, "", None
        slot.save(update_fields=["due_at", "not_after", "state", "reason", "settled_at"])


def slot_key(slot):
    return slot.assignment_id, slot.kind, slot.practice_date, slot.number


def slots_of(recipient, now, until):
    """The practice slots of a person between two instants, in the person's own zone."""
    if not recipient.by_mail or recipient.user.others_see_phone:
        return
    zone = recipient.user.zone
    assignments = Assignment.objects.running().filter(
        plan__therapy__client=recipient.user,
        plan__therapy__clinic=recipient.clinic_id,
        plan__therapy__ended_at=None,
        plan__therapy__paused_at=None,
    )
    days = _days(practice_date(now, zone), practice_date(until, zone))
    for assignment in assignments.select_related("plan"):
        at = assignment.remind_at or time(recipient.clinic.reminder_hour)
        for day in days:
            if recipient.paused_until and day < recipient.paused_until:
                continue
            due_at = instant(day, at, zone)
            if now < due_at <= until and is_practice_day(assignment, day):
                yield ReminderSlot(
                    clinic_id=recipient.clinic_id,
                    recipient=recipient,
                    therapy_id=assignment.therapy_id,
                    assignment=assignment,
                    practice_date=day,
                    due_at=due_at,
                    not_after=due_at + LATE_BY,
                )


def is_practice_day(assignment, day):
    if assignment.target_kind == Assignment.Target.WEEKDAYS:
        return day.weekday() in assignment.weekdays
    if assignment.target_kind == Assignment.Target.BY_DATE:
        return day <= assignment.target_date
    return True


def _days(first, last):
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
