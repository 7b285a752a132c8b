"""One beat of the engine. Any number may run at once; what is due is claimed by one of them."""

from collections import Counter
from time import monotonic

from reminders.engine.claim import claim
from reminders.engine.deliver import Round
from reminders.engine.plan import BATCH, plan_due
from reminders.models import Delivery, Heartbeat, ReminderSlot

# Well inside the time limit of the task that runs it (CELERY_TASK_SOFT_TIME_LIMIT).
PLANNING, ALL = 10, 45


def tick() -> Counter:
    """Plan ahead, then deliver what is due. Returns {state: count} of this beat."""
    began = monotonic()
    ReminderSlot.objects.left_behind().settle(ReminderSlot.State.SENT)
    while plan_due() == BATCH and monotonic() - began < PLANNING:
        pass
    outcome: Counter = Counter()

    def is_time_left():
        return monotonic() - began < ALL

    while is_time_left() and (ours := claim()).keys:
        outcome += Round(ours).run(is_time_left)
        Delivery.objects.release(ours.token)
    Heartbeat.beat("reminders")
    return outcome
