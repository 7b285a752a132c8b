"""A beat with nothing to do: with 10,000 reminders planned, and with a million."""

from datetime import timedelta
from statistics import median
from time import perf_counter

from django.db import connections
from django.db.models.functions import Now

from reminders import engine
from reminders.models import ReminderSlot
from tests.bench.facts import Fact
from tests.faults.mass import copy, key

BEATS, MORE, BUDGET = 51, 990_000, 2.0  # ms
YEAR, HOUR = timedelta(days=365), timedelta(hours=1)


def measure(people):
    """After this nothing is due any more: everything is planned for next year."""
    ReminderSlot.objects.filter(kind="practise").update(
        due_at=Now() + YEAR,
        not_after=Now() + YEAR + HOUR,
        state="open",
        settled_at=None,
        delivery=None,
    )
    few = beat()
    person = f"((n - 1) %% {people} + 1)"
    copy(
        ReminderSlot.objects.filter(kind="practise").first(),
        MORE,
        id=key("planned"),
        recipient_id=key("person-recipient-", person),
        therapy_id=key("person-therapy-", person),
        about=key("person-assignment-", person),
        practice_date=f"current_date + 2 + n / {people}",
    )
    longer = beat() - few
    return Fact(
        "an idle beat at 1,000,000 planned reminders",
        f"{few:.1f} ms at 10,000, {longer:+.1f} ms",
        f"≤ +{BUDGET:.0f} ms",
        longer <= BUDGET,
    )


def beat():
    with connections["owner"].cursor() as cursor:
        cursor.execute("VACUUM ANALYZE reminders_reminderslot, reminders_delivery")
    engine.tick()
    times = []
    for _ in range(BEATS):
        began = perf_counter()
        engine.tick()
        times.append((perf_counter() - began) * 1000)
    return median(times)
