"""Remind me later: in an hour, tonight or tomorrow, by the client's own press."""

from datetime import time, timedelta

from django.db import models, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import AuditEvent
from homework.practice_day import practice_date
from reminders.clock import DAY, on_practice_day
from reminders.models.slot import ReminderSlot

HOUR = timedelta(hours=1)
EVENING = time(20)
OF_USE = timedelta(hours=3)


class Later(models.TextChoices):
    HOUR = "hour", _("In an hour")
    TONIGHT = "tonight", _("Tonight")
    TOMORROW = "tomorrow", _("Tomorrow")


def moment_of(when, recipient, now):
    """Tonight is this evening at eight; later than seven it is in an hour."""
    zone = recipient.user.zone
    today = practice_date(now, zone)
    if when == Later.TOMORROW:
        return on_practice_day(today + DAY, recipient.usual_time, zone)
    if when == Later.TONIGHT:
        return max(on_practice_day(today, EVENING, zone), now + HOUR)
    return now + HOUR


@transaction.atomic
def remind_later(recipient, assignment, when, *, by):
    """One more message about this homework. Said again before it has gone, it is moved."""
    now = timezone.now()
    due_at = moment_of(Later(when), recipient, now)
    day = practice_date(due_at, recipient.user.zone)
    theirs = ReminderSlot.objects.filter(
        recipient=recipient, kind="later", about=assignment.pk
    ).select_for_update()
    theirs.waiting().exclude(practice_date=day).cancel("replanned")
    moved = theirs.waiting().filter(practice_date=day)
    if not moved.update(due_at=due_at, not_after=due_at + OF_USE):
        last = theirs.filter(practice_date=day).order_by().aggregate(last=Max("number"))["last"]
        ReminderSlot.objects.create(
            clinic_id=recipient.clinic_id,
            recipient=recipient,
            therapy_id=assignment.therapy_id,
            kind="later",
            about=assignment.pk,
            practice_date=day,
            number=0 if last is None else last + 1,
            channel=recipient.channels.get("practise", "email"),
            due_at=due_at,
            not_after=due_at + OF_USE,
        )
    AuditEvent.record(by, "reminders.later", assignment, when=when)
