"""Whether reminders flow: the last beats, what waits, what did not arrive."""

from datetime import timedelta

from django.db.models import Min
from django.utils import timezone

from reminders.models import Delivery, Heartbeat, ReminderSlot

# Beat wakes the engine each 15 seconds; after this long somebody has to look.
SILENT_AFTER = timedelta(minutes=5)


def flows():
    """Whether nothing waits that should have gone, and the engine beats, once it has begun to.

    What is tried again later, as the other side asked, does not count.
    """
    late = timezone.now() - SILENT_AFTER
    return not (
        ReminderSlot.objects.waiting().filter(due_at__lt=late).exists()
        or Delivery.objects.filter(state__in=Delivery.OPEN, next_attempt_at__lt=late).exists()
        or Heartbeat.objects.filter(name="reminders", at__lt=late).exists()
    )


def health_of(clinic):
    """The clinic's counts, and whether the loops have beaten lately."""
    now = timezone.now()
    beats = {beat.name: beat.at for beat in Heartbeat.objects.all()}
    waiting = ReminderSlot.objects.open().filter(clinic=clinic, due_at__lte=now)
    return {
        "last_beat": beats.get("reminders"),
        "silent": now - beats["reminders"] > SILENT_AFTER if "reminders" in beats else True,
        "oldest_due": waiting.aggregate(oldest=Min("due_at"))["oldest"],
        "waiting": waiting.count(),
        "dead": ReminderSlot.objects.filter(clinic=clinic, state="dead").count(),
        "failed": ReminderSlot.objects.filter(clinic=clinic, state="failed").count(),
        "open": Delivery.objects.filter(clinic=clinic, state__in=Delivery.OPEN).count(),
    }
