"""What a watcher outside is told: whether reminders leave."""

from datetime import timedelta

import pytest
from django.utils import timezone

from reminders import engine
from reminders.engine.claim import claim
from reminders.models import Delivery, Heartbeat, ReminderSlot

pytestmark = pytest.mark.django_db
LATE = timedelta(minutes=6)


def told(client):
    answer = client.get("/healthz/reminders")
    return answer.status_code, answer.json()


def test_all_is_well_where_nothing_is_due(cast, client):
    assert told(client) == (200, {"flowing": True})


def test_one_that_has_not_left_is_told_until_it_has(cast, client, planned, due_now):
    due_now(planned(cast.cleo, "practise")[0])
    assert told(client)[0] == 200
    ReminderSlot.objects.update(due_at=timezone.now() - LATE)
    assert told(client) == (503, {"flowing": False})
    engine.tick()
    assert told(client)[0] == 200


def test_a_message_that_its_worker_left_behind_is_told(cast, client, planned, due_now):
    due_now(planned(cast.cleo, "practise")[0])
    claim()
    Delivery.objects.update(next_attempt_at=timezone.now() - LATE)
    assert told(client)[0] == 503


def test_an_engine_that_fell_silent_is_told(cast, client):
    engine.tick()
    Heartbeat.objects.update(at=timezone.now() - LATE)
    assert told(client)[0] == 503
