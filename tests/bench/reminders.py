"""10,000 due reminders on a channel that does nothing, against a bare claim of as many rows."""

import sys
import types
from statistics import median
from time import perf_counter

from django.db import connection, connections

from reminders import channels, engine
from reminders.models import Delivery, ReminderSlot
from tests.cast import gather
from tests.faults.mass import load

DUE, ROUNDS, BUDGET = 10_000, 3, 40
TABLE = """
DROP TABLE IF EXISTS bench_slot;
CREATE TABLE bench_slot (LIKE reminders_reminderslot INCLUDING ALL);
INSERT INTO bench_slot SELECT * FROM reminders_reminderslot WHERE about IS NOT NULL
    AND state = 'open' AND due_at <= now();
GRANT ALL ON bench_slot TO PUBLIC;
ANALYZE bench_slot
"""
BARE = """
UPDATE bench_slot SET state = 'sent', settled_at = now() WHERE id IN (
    SELECT id FROM bench_slot WHERE state = 'open' AND due_at <= now()
    ORDER BY due_at LIMIT 500 FOR UPDATE SKIP LOCKED
) RETURNING id
"""


def measure():
    """One line for the report: seconds of both, and how many times as long ours takes."""
    use_a_channel_that_does_nothing()
    load(gather(), DUE)
    engine.tick()
    again()
    rounds = [(seconds_of(bare), seconds_of(ours)) for _ in range(ROUNDS) if again()]
    limit, took = (median(one[n] for one in rounds) for n in (0, 1))
    verdict = "holds" if took / limit <= BUDGET else "missed"
    return (
        f"{DUE:,} due reminders: {took:.1f} s, a bare claim {limit:.2f} s; "
        f"{took / limit:.0f} times as long, budget {BUDGET}: {verdict}"
    )


def use_a_channel_that_does_nothing():
    nothing = types.ModuleType("nothing")
    nothing.send = lambda delivery: None
    nothing.reachable = channels.channel("email").reachable
    sys.modules["nothing"] = nothing
    channels.CHANNELS["email"] = "nothing"


def again():
    """Everything is due once more."""
    ReminderSlot.objects.filter(kind="practise").exclude(state="open").update(
        state="open", settled_at=None, delivery=None, reason=""
    )
    Delivery.objects.all().delete()
    with connections["owner"].cursor() as cursor:
        cursor.execute(TABLE)
        cursor.execute("VACUUM ANALYZE reminders_reminderslot, reminders_delivery")
    return True


def seconds_of(work):
    began = perf_counter()
    work()
    return perf_counter() - began


def bare():
    with connection.cursor() as cursor:
        while cursor.execute(BARE) or cursor.rowcount:
            pass


def ours():
    while engine.tick():
        pass
