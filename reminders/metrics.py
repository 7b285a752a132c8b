"""What a watcher may count, in Prometheus' words: over all clinics, and nobody's.

Everything is read from the database when it is asked for: so all processes share it, and none
counts by itself. A scrape reads what is open and what came to an end lately, however much lies
in the tables. No label names a person, a clinic or an address.
"""

from collections import Counter
from datetime import timedelta
from itertools import product

from django.db.models import Count, F
from django.db.models.functions import Now
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily

from accounts.models import DeliveryProblem, Letter
from accounts.wall import every_clinic
from reminders.channels import CHANNELS
from reminders.engine import zones
from reminders.health import lateness
from reminders.models import Delivery, Heartbeat, ReminderSlot

SECOND = timedelta(seconds=1)
LATELY = timedelta(hours=1)
WHICH = ": open ones, and those that came to an end in the last hour"


class Collector:
    def collect(self):
        """Counts of everything, so the rows of every clinic are counted; none leaves here."""
        with every_clinic():
            yield from self.counted()

    def counted(self):
        slots = ReminderSlot.objects
        parts = slots.waiting(), slots.under_way(), slots.settled_since(LATELY)
        yield by_state("midweek_reminder_slots", "Planned reminders" + WHICH, parts)
        for name, what, model, labels in (
            ("midweek_messages", "Gathered messages", Delivery, {"channel": CHANNELS}),
            ("midweek_letters", "Mails of accounts", Letter, {}),
        ):
            parts = model.objects.open(), model.objects.finished_since(LATELY)
            yield by_state(name, what + WHICH, parts, **labels)
        yield GaugeMetricFamily(
            "midweek_reminders_due",
            "Planned reminders that are due and have not left",
            value=slots.waiting().filter(due_at__lte=Now()).count() + slots.under_way().count(),
        )
        yield GaugeMetricFamily(
            "midweek_reminders_late_seconds",
            "How long the oldest work has waited that waits for nothing",
            value=lateness() / SECOND,
        )
        beats = GaugeMetricFamily(
            "midweek_beat_age_seconds", "Since a loop did its work last", labels=["loop"]
        )
        loops = Heartbeat.objects.exclude(name__startswith=zones.NAME)
        for name, age in loops.values_list("name", Now() - F("at")):
            beats.add_metric([name], age / SECOND)
        yield beats
        out_of_reach = counts(DeliveryProblem.objects.filter(solved_at=None), "channel")
        yield family_of(
            "midweek_out_of_reach", "People whom a channel does not reach", out_of_reach, "channel"
        )


def by_state(name, help_, parts, **others):
    """Every state is told, also one that nothing is in: an alarm needs the zero. `others` are
    labels with all their values."""
    told = Counter(dict.fromkeys(product(parts[0].model.State.values, *others.values()), 0))
    for rows in parts:
        told.update(counts(rows, "state", *others))
    return family_of(name, help_, told, "state", *others)


def counts(rows, *labels) -> Counter:
    found = rows.order_by().values_list(*labels).annotate(Count("pk"))
    return Counter({tuple(values): count for *values, count in found})


def family_of(name, help_, counted, *labels):
    family = GaugeMetricFamily(name, help_, labels=labels)
    for values, count in counted.items():
        family.add_metric(values, count)
    return family


def as_text() -> bytes:
    registry = CollectorRegistry(auto_describe=False)
    registry.register(Collector())
    return generate_latest(registry)
