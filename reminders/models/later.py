"""Remind me later: in an hour, tonight or tomorrow, by the client's own press."""

from datetime import time, timedelta

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import AuditEvent
from homework.practice_day import practice_date
from reminders.clock import DAY, next_quiet, out_of_quiet
from reminders.models.slot import ReminderSlot

HOUR = timedelta(hours=1)
EVENING = time(20)
OF_USE = timedelta(hours=3)


class Later(models.TextChoices):
    HOUR = "hour", _("In an hour")
    TONIGHT = "tonight", _("Tonight")
    TOMORROW = "tomorrow", _("Tomorrow")


def moment_of(when, recipient, homework, now):
    """Tonight is this evening at eight; later than seven it is in an hour. Tomorrow is at the
    time that this homework has: beside its own reminder it is one message.

    Quiet hours hold for a time that nobody named; an hour from now is theirs to wish for.
    """
    zone = recipient.user.zone
    today = practice_date(now, zone)
    if when == Later.TOMORROW:
        return out_of_quiet(today + DAY, recipient.time_of(homework), zone, recipient.quiet)
    if when == Later.TONIGHT:
        return max(out_of_quiet(today, EVENING, zone, recipient.quiet), now + HOUR)
    return now + HOUR


def useless_from(recipient, due_at):
    """Not into quiet hours that begin meanwhile, unless it was wished for inside them."""
    late = due_at + OF_USE
    if recipient.quiet is None:
        return late
    return min(late, next_quiet(due_at, recipient.user.zone, recipient.quiet))


def way_of(recipient):
    """That of the homework; where it is switched off, so is this, right before the send."""
    way = recipient.channels.get("practise", "email")
    return "email" if way == "off" else way


@transaction.atomic
def remind_later(recipient, assignment, when, *, by):
    """One more message about this homework; when it comes. Said again before, it is moved."""
    now = timezone.now()
    due_at = moment_of(Later(when), recipient, assignment, now)
    not_after = useless_from(recipient, due_at)
    day = practice_date(due_at, recipient.user.zone)
    type(recipient).objects.select_for_update().get(pk=recipient.pk)
    theirs = recipient.slots.filter(kind="later", about=assignment.pk)
    theirs.waiting().exclude(practice_date=day).cancel("replanned")
    of_day = theirs.filter(practice_date=day)
    if not of_day.waiting().update(due_at=due_at, not_after=not_after):
        ReminderSlot.objects.create(
            clinic_id=recipient.clinic_id,
            recipient=recipient,
            therapy_id=assignment.therapy_id,
            kind="later",
            about=assignment.pk,
            practice_date=day,
            number=of_day.count(),
            channel=way_of(recipient),
            due_at=due_at,
            not_after=not_after,
        )
    AuditEvent.record(by, "reminders.later", assignment, when=when)
    return due_at
