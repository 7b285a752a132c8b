"""Time in these tests stands where a test puts it: `at(…)` moves the engine's clock."""

from datetime import datetime, timedelta
from unittest.mock import patch

import pytest
from django.utils import timezone

from reminders.engine.plan import plan_for
from reminders.models import Recipient, ReminderSlot
from tests.reminders.due import make_due


@pytest.fixture
def planned(cast):
    """planned(cast.cleo, "agree"): that person's slots of a kind, laid out anew."""

    def plan(user, kind, now=None):
        now = now or timezone.now()
        Recipient.objects.filter(user=user).update(planned_until=now)
        clocks = ("django.utils.timezone.now", "reminders.engine.plan.the_time")
        with patch(clocks[0], return_value=now), patch(clocks[1], return_value=now):
            theirs = Recipient.objects.filter(user=user)
            clinics = [recipient.clinic_id for recipient in theirs]
            plan_for([(recipient.pk, clinics) for recipient in theirs])
        return list(ReminderSlot.objects.open().filter(recipient__user=user, kind=kind))

    return plan


@pytest.fixture
def due_now():
    """Make this slot the only one there is, due a minute ago; it is never night now."""

    def make(slot):
        make_due(slot)
        local = timezone.now().astimezone(slot.recipient.user.zone)
        night = [(local + timedelta(hours=hours)).time() for hours in (11, 13)]
        rows = Recipient.objects.filter(pk=slot.recipient_id, quiet_from=None)
        rows.update(quiet_from=night[0], quiet_until=night[1])

    return make


def local(slot):
    """When it is due on the clock of the person's wall."""
    return slot.due_at.astimezone(slot.recipient.user.zone)


def on_wall(user, year, month, day, hour, minute=0):
    return datetime(year, month, day, hour, minute, tzinfo=user.zone)
