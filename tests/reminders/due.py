"""Reminders that are due in a test, and nothing beside them."""

from datetime import timedelta

from django.utils import timezone

from reminders.engine.plan import plan_due
from reminders.models import ReminderSlot


def make_due(slot):
    """It is the only one there is, due a minute ago and for an hour more."""
    ReminderSlot.objects.exclude(pk=slot.pk).delete()
    now = timezone.now()
    ReminderSlot.objects.update(
        due_at=now - timedelta(minutes=1), not_after=now + timedelta(hours=1)
    )
    slot.refresh_from_db()
    return slot


def next_due(cast):
    """Cleo's next reminder, planned and due now."""
    plan_due()
    slots = ReminderSlot.objects.open().filter(about=cast.assignment.pk)
    return make_due(slots.order_by("due_at").first())
