"""Workers beside each other."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from reminders import engine
from reminders.engine.claim import claim
from reminders.models import Delivery, ReminderSlot
from tests.faults.mass import load

pytestmark = pytest.mark.django_db(transaction=True)


def claim_one():
    try:
        return claim(1).keys
    finally:
        connection.close()


def test_whom_one_worker_has_just_locked_the_next_leaves_out_and_takes_another(cast):
    load(cast, 2)
    with transaction.atomic(), ThreadPoolExecutor(1) as elsewhere:
        [mine] = claim(1).keys
        [theirs] = elsewhere.submit(claim_one).result(20)
    assert mine != theirs
    assert claim().keys == []


def beat_once():
    try:
        engine.tick()
    finally:
        connection.close()


def test_what_a_living_worker_is_about_to_settle_is_not_waited_for(cast):
    load(cast, 2)
    Delivery.mark_sent(claim().keys)
    gone = ReminderSlot.objects.left_behind()
    with ThreadPoolExecutor(1) as elsewhere, transaction.atomic():
        mine = gone.select_for_update(of=("self",)).first()
        elsewhere.submit(beat_once).result(20)
        assert gone.get() == mine
    engine.tick()
    assert not gone.exists()
