"""Reminders through real workers, which may be killed, and with the broker away."""

from datetime import timedelta

import pytest
from django.utils import timezone
from kombu.exceptions import OperationalError

from config.celery import app
from reminders import engine
from reminders.engine.claim import claim
from reminders.models import Delivery, ReminderSlot
from tests.faults.conftest import until
from tests.reminders.due import next_due

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True)]
WORKER = ("worker", "--pool", "solo", "--without-mingle", "--without-gossip", "--loglevel", "error")


@pytest.fixture
def due(cast):
    return next_due(cast)


def is_sent(slot):
    return ReminderSlot.objects.filter(pk=slot.pk, state="sent").exists()


def test_a_worker_sends_what_is_due_when_woken(start, due):
    start(*WORKER)
    app.send_task("reminders.tasks.tick")
    until(lambda: is_sent(due), "the reminder to be sent")
    assert Delivery.objects.count() == 1


def test_what_a_killed_worker_had_claimed_goes_out_when_its_lease_is_over(start, due):
    claim()
    start(*WORKER).kill()
    Delivery.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    start(*WORKER)
    app.send_task("reminders.tasks.tick")
    until(lambda: is_sent(due), "the reminder to be sent by the second worker")


def test_without_the_broker_cron_sends_it(due):
    away = app.connection_for_write("redis://127.0.0.1:1/0")
    with pytest.raises(OperationalError):
        away.ensure_connection(max_retries=1, interval_start=0)
    assert engine.tick() == {"sent": 1}
    assert is_sent(due)
