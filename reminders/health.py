"""Whether reminders flow: the last beats, what waits, what did not arrive."""

from datetime import timedelta

from django.db import connection
from django.db.models import Min
from django.db.models.functions import Now
from django.utils import timezone

from accounts.models import Invitation, Letter
from reminders.models import Delivery, Heartbeat, ReminderSlot

# Beat wakes the engine each 15 seconds; after this long somebody has to look.
SILENT_AFTER = timedelta(minutes=5)


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
    silent = Heartbeat.objects.filter(name="reminders", at__lt=Now() - SILENT_AFTER)
    letters = Letter.objects.open().filter(next_attempt_at__lt=Now() - SILENT_AFTER)
    return lateness() <= SILENT_AFTER and not silent.exists() and not letters.exists()


def health_of(clinic):
    """The clinic's counts, and whether the loops have beaten lately."""
    now = timezone.now()
    beats = {beat.name: beat.at for beat in Heartbeat.objects.all()}
    slots = ReminderSlot.objects.filter(clinic=clinic)
    waiting = slots.open().filter(due_at__lte=now)
    counts = slots.balance()
    sent_for = Invitation.objects.filter(clinic=clinic).values("pk")
    return {
        "last_beat": beats.get("reminders"),
        "silent": now - beats["reminders"] > SILENT_AFTER if "reminders" in beats else True,
        "oldest_due": waiting.aggregate(oldest=Min("due_at"))["oldest"],
        "waiting": waiting.count(),
        "dead": counts["dead"],
        "failed": counts["failed"],
        "expired": counts["expired"],
        "letters": Letter.objects.came_back().filter(about__in=sent_for).count(),
        "open": Delivery.objects.filter(clinic=clinic, state__in=Delivery.OPEN).count(),
    }
