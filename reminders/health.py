"""Whether reminders flow: the last beats, what waits, what did not arrive."""

from datetime import timedelta

from django.db import connection
from django.db.models import Min
from django.db.models.functions import Now

from accounts.models import Invitation, Letter
from reminders.models import Delivery, Heartbeat, ReminderSlot
from reminders.models.heartbeat import SILENT_AFTER

# What came to an end is counted so far back: a page costs the same after years.
LATELY = timedelta(days=7)


def lateness():
    """How long the oldest work has waited that waits for nothing. It looks over every clinic,
    so it is a SECURITY DEFINER function, as the claim is."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT reminders_lateness()")
        [late] = cursor.fetchone()
    return max(late or timedelta(), timedelta())


def flows():
    """Whether nothing waits that should have gone, and the engine beats, once it has begun to.

    A mail of an account counts as a reminder does.

    What is tried again later, as the other side asked, does not count.
    """
    beat = Heartbeat.last("reminders")
    letters = Letter.objects.open().filter(next_attempt_at__lt=Now() - SILENT_AFTER)
    is_heard = beat is None or not beat.is_silent
    return is_heard and lateness() <= SILENT_AFTER and not letters.exists()


def health_of(clinic):
    """The clinic's counts, and whether the engine has beaten lately."""
    beat = Heartbeat.last("reminders")
    slots = ReminderSlot.objects.filter(clinic=clinic)
    due = slots.open().filter(due_at__lte=Now())
    counts = slots.settled_since(LATELY).balance()
    return {
        "last_beat": beat and beat.at,
        "silent": beat is None or beat.is_silent,
        "oldest_due": due.aggregate(oldest=Min("due_at"))["oldest"],
        "waiting": due.count(),
        "dead": counts["dead"],
        "failed": counts["failed"],
        "expired": counts["expired"],
        "letters": Invitation.objects.came_back().filter(clinic=clinic).count(),
        "open": Delivery.objects.open().filter(clinic=clinic).count(),
    }
