"""One beat of the engine. Any number may run at once; what is due is claimed one by one."""

import logging

from reminders.engine.claim import claim
from reminders.engine.deliver import deliver
from reminders.engine.plan import plan_due
from reminders.models import Heartbeat

logger = logging.getLogger(__name__)
ROUNDS = 20


def tick() -> dict[str, int]:
    """Plan ahead, then deliver what is due. Returns {state: count} of this beat."""
    plan_due()
    outcome: dict[str, int] = {}
    for _round in range(ROUNDS):
        deliveries = claim()
        for delivery in deliveries:
            state = one_step(delivery)
            outcome[state] = outcome.get(state, 0) + 1
        if not deliveries:
            break
    Heartbeat.beat("reminders")
    return outcome


def one_step(delivery):
    """A bad row never stops the line: its lease runs out and it is tried again."""
    try:
        return deliver(delivery)
    except Exception:
        logger.exception("delivery %s could not be handled", delivery.pk)
        return "error"
