"""10,000 due reminders on a channel that does nothing, against a bare claim of as many rows."""

from datetime import timedelta
from statistics import median
from time import perf_counter

from django.db import connection, connections
from django.db.models.functions import Now

from reminders import engine
from reminders.models import Delivery, ReminderSlot
from tests.bench import beats, idle
from tests.bench.facts import Fact
from tests.cast import gather
from tests.faults.mass import load

DUE, ROUNDS = 10_000, 5
TIMES, FASTER, LATE = 40, 1.7, 60
# The scheduler wakes a worker so often (CELERY_BEAT_SCHEDULE).
BEAT = 15
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


LATENESS = """
SELECT extract(epoch FROM percentile_cont(0.99) WITHIN GROUP (ORDER BY finished_at - due_at))
FROM reminders_reminderslot AS slot
JOIN reminders_delivery AS delivery ON slot.delivery_id = delivery.id
WHERE delivery.state = 'sent'
"""


def measure():
    """One Fact a budget; the limit and ours in turn."""
    beats.use_a_channel_that_does_nothing()
    load(gather(), DUE)
    engine.tick()
    rounds = [one_round() for _ in range(ROUNDS)]
    bare, one, two, late, *held = (median(found) for found in zip(*rounds, strict=True))
    late += BEAT
    return [
        Fact(
            f"{DUE:,} due, one worker",
            f"{one:.1f} s, {one / bare:.0f} times a bare claim ({bare:.2f} s)",
            f"≤ {TIMES} times",
            one / bare <= TIMES,
        ),
        faster("the same with two workers", one, two),
        *(faster("two, each on a core with its database process", one, two) for two in held),
        Fact(
            f"lateness of 99 of 100, {DUE:,} due at once",
            f"{late:.0f} s, {BEAT} of them until a worker is woken",
            f"≤ {LATE} s",
            late <= LATE,
        ),
        idle.measure(DUE),
    ]


def faster(what, one, two):
    return Fact(
        what,
        f"{two:.1f} s, {one / two:.2f} times as fast",
        f"≥ {FASTER} times",
        one / two >= FASTER,
    )


def one_round():
    again()
    limit = seconds_of(bare)
    one = beats.seconds_of(beats.ANY)
    with connection.cursor() as cursor:
        cursor.execute(LATENESS)
        [late] = cursor.fetchone()
    again()
    found = [limit, one, beats.seconds_of(beats.ANY, beats.ANY), float(late)]
    if cores := beats.two_cores():
        again()
        found.append(beats.seconds_of(*cores))
    return found


def again():
    """Everything is due once more, from now on."""
    ReminderSlot.objects.filter(kind="practise").update(
        state="open",
        settled_at=None,
        delivery=None,
        reason="",
        due_at=Now(),
        not_after=Now() + timedelta(hours=1),
    )
    Delivery.objects.all().delete()
    with connections["owner"].cursor() as cursor:
        cursor.execute(TABLE)
        cursor.execute("VACUUM ANALYZE reminders_reminderslot, reminders_delivery")


def seconds_of(work):
    began = perf_counter()
    work()
    return perf_counter() - began


def bare():
    with connection.cursor() as cursor:
        while cursor.execute(BARE) or cursor.rowcount:
            pass
