"""Workers beside each other."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections, transaction

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


WHOLE = ("reminders_delivery", "reminders_delivery_open")
SCANS = "SELECT pg_stat_get_xact_numscans(%s::regclass)"


def read_whole(cursor):
    """How often the table, or its index of what is open, was read from end to end so far."""
    for name in WHOLE:
        cursor.execute(SCANS, [name])
        yield cursor.fetchone()[0]


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_a_note_costs_the_same_however_many_messages_there_are(cast):
    """Statistics say that there are none, and a plan was made when there were few."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("ANALYZE reminders_delivery")
    load(cast, 1000)
    for few in claim(8).keys:
        Delivery.mark_sent([few])
    keys = claim(1000).keys
    with transaction.atomic(), connection.cursor() as cursor:
        before = [*read_whole(cursor)]
        for first in range(0, 80, 4):
            Delivery.mark_sent(keys[first : first + 4])
        assert [*read_whole(cursor)] == before
    assert Delivery.objects.filter(state="sent").count() == 88
