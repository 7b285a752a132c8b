"""Takes what is due, for one worker alone, and commits before anything is sent."""

import uuid
from dataclasses import dataclass, field

from django.db import connection, transaction

from reminders.models import Delivery

CLAIM = "SELECT reminders_claim(%s, %s, make_interval(secs => %s))"


@dataclass
class Claim:
    """The deliveries that are ours, by one token, until their lease ends."""

    token: uuid.UUID = field(default_factory=uuid.uuid4)
    keys: list[uuid.UUID] = field(default_factory=list)


def claim(limit: int = 500) -> Claim:
    """What is due now: retries, what another worker left behind, and new messages.

    The look-up sees every clinic, so it is a SECURITY DEFINER function; what is claimed is
    then handled in its own. SKIP LOCKED: two workers never gather the same person. What is
    due on a day on which the person's message is under way waits for its outcome.
    """
    made = Claim()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(CLAIM, [made.token, limit, Delivery.LEASE.total_seconds()])
        made.keys = [key for (key,) in cursor.fetchall()]
    return made
