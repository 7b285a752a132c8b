"""One beat of the engine. Any number may run at once; what is due is claimed by one of them."""

from collections import Counter
from time import monotonic

from accounts.wall import every_clinic
from reminders.engine.claim import claim
from reminders.engine.deliver import Round
from reminders.engine.letters import send_letters
from reminders.engine.plan import BATCH, plan_due
from reminders.models import Delivery, Heartbeat, ReminderSlot

# A round lasts half a lease at most, and a send: inside CELERY_TASK_SOFT_TIME_LIMIT.
LETTERS, PLANNING, ENOUGH = 5, 15, 30


def tick() -> Counter:
    """Letters, then plan ahead and deliver what is due. Returns {state: count} of this beat."""
    began = monotonic()
    outcome = send_letters(lambda: monotonic() - began > LETTERS)
    with every_clinic():
        ReminderSlot.objects.settle_left_behind()
    while plan_due() == BATCH and monotonic() - began < PLANNING:
        pass
    while monotonic() - began < ENOUGH and (ours := claim()).keys:
        outcome += Round(ours).run()
        with every_clinic():
            Delivery.objects.release(ours.token)
    Heartbeat.beat("reminders")
    return outcome
