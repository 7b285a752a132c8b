"""What a watcher may count, in Prometheus' words: over all clinics, and nobody's.

Everything is read from the database when it is asked for: so all processes share it, and none
counts by itself. No label names a person, a clinic or an address.
"""

from datetime import timedelta
from itertools import product

from django.db.models import Count
from django.utils import timezone
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily

from accounts.models import DeliveryProblem, Letter
from reminders.channels import CHANNELS
from reminders.engine import zones
from reminders.health import lateness
from reminders.models import Delivery, Device, Heartbeat, ReminderSlot

SECOND = timedelta(seconds=1)


class Collector:
    def collect(self):
        now = timezone.now()
        yield by_state("midweek_reminder_slots", "Planned reminders", ReminderSlot)
        yield by_state("midweek_messages", "Gathered messages", Delivery, channel=CHANNELS)
        yield by_state("midweek_letters", "Mails of accounts, of the last 30 days", Letter)
        yield GaugeMetricFamily(
            "midweek_reminders_due",
            "Planned reminders that are due and have not left",
            value=ReminderSlot.objects.open().filter(due_at__lte=now).count(),
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
        for name, at in loops.values_list("name", "at"):
            beats.add_metric([name], (now - at) / SECOND)
        yield beats
        out_of_reach = DeliveryProblem.objects.filter(solved_at=None)
        yield counted(
            "midweek_out_of_reach", "People whom a channel does not reach", out_of_reach, "channel"
        )
        yield GaugeMetricFamily(
            "midweek_devices", "Devices that are reminded", value=Device.objects.count()
        )


def by_state(name, help_, model, **others):
    """Every state is told, also one that nothing is in: an alarm needs the zero. `others` are
    labels with all their values."""
    family = counted(name, help_, model.objects, "state", *others)
    told = {tuple(each.labels.values()) for each in family.samples}
    for values in product(model.State.values, *others.values()):
        if values not in told:
            family.add_metric(values, 0)
    return family


def counted(name, help_, rows, *labels):
    family = GaugeMetricFamily(name, help_, labels=labels)
    for *values, count in rows.order_by().values_list(*labels).annotate(Count("pk")):
        family.add_metric(values, count)
    return family


def as_text() -> bytes:
    registry = CollectorRegistry(auto_describe=False)
    registry.register(Collector())
    return generate_latest(registry)
