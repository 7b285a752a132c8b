"""Whether the books agree: planned = sent + failed + expired + cancelled + dead + open, and
nothing is open that cannot be any more."""

import logging
from datetime import timedelta

from django.db.models.functions import Now

from accounts.wall import every_clinic
from reminders.models import Delivery, ReminderSlot

logger = logging.getLogger("midweek.reminders")
# By then the last attempt has been made, or the slot has expired.
AT_REST = timedelta(hours=3)


def disagreements() -> dict[str, int]:
    """{what is wrong: how many}; empty when the books agree."""
    with every_clinic():
        found = counted()
    return {name: count for name, count in found.items() if count}


def counted():
    slots = ReminderSlot.objects
    return {
        "uncounted": slots.count() - sum(slots.balance().values()),
        "stuck": slots.open().filter(not_after__lt=Now() - AT_REST).count(),
        "adrift": slots.open().filter(delivery__state__in=ENDED).count(),
    }


ENDED = [state for state in Delivery.State.values if state not in Delivery.OPEN and state != "sent"]


def check() -> dict[str, int]:
    """Each hour: an alarm in the log where they do not."""
    if found := disagreements():
        logger.error("the books of the reminders do not agree: %s", found)
    return found
