"""Sends what was claimed. A few are fenced together, then go one by one, outside transactions.

What a fence said holds for a moment only: what has not left by then is fenced anew. So
somebody who pauses is left alone at once, however slow the mail server is, and a worker that
was stopped past its lease finds that its messages are no longer its own.
"""

from collections import Counter
from functools import partial
from time import monotonic

from reminders.channels import SEND_LIMIT, channel
from reminders.engine.fence import fence
from reminders.engine.halves import in_halves
from reminders.engine.limit import time_limit
from reminders.engine.outcome import note_failure, note_sent, settle_sent
from reminders.models import Delivery
from reminders.models.delivery import LEASE

FRESH = 2.0  # seconds
FIRST, MOST = 1, 500


class Round:
    """One worker's way through a claim: as many at a time as leave while the fence is fresh."""

    def __init__(self, claim):
        self.token = claim.token
        self.keys = list(claim.keys)
        self.size = FIRST
        self.outcome = Counter()
        self.claimed_at = monotonic()

    def run(self) -> Counter:
        """Until all are seen to, or half the lease is over: the rest is better claimed anew."""
        while self.keys and monotonic() - self.claimed_at < LEASE.total_seconds() / 2:
            taken, self.keys = self.keys[: self.size], self.keys[self.size :]
            late = self.step(taken)
            self.keys = late + self.keys
            self.size = min(self.size * 2, MOST) if not late else max(len(taken) - len(late), 1)
        return +self.outcome

    def step(self, keys) -> list:
        """Fence these and send them; returns the keys of those that the fence ran out for."""
        fenced_at = monotonic()
        parcels, sent = [], []
        for may_go, counts in in_halves(keys, partial(fence, self.token), self.give_up):
            parcels += may_go
            self.outcome += counts
        try:
            for place, parcel in enumerate(parcels):
                if monotonic() - fenced_at > FRESH:
                    return [late.pk for late in parcels[place:]]
                if self.send(parcel):
                    sent.append(parcel)
            return []
        finally:
            settle_sent(sent)

    def send(self, parcel) -> bool:
        try:
            with time_limit(SEND_LIMIT):
                channel(parcel.channel).send(parcel)
        except Exception as error:
            self.outcome[note_failure(self.token, parcel.delivery, error)] += 1
            return False
        note_sent(parcel)
        self.outcome[Delivery.State.SENT] += 1
        return True

    def give_up(self, key, error):
        """The row itself is bad: it counts as an attempt, so that it dies in the end."""
        Delivery.objects.filter(pk=key).fence(self.token)
        delivery = Delivery.objects.select_related("recipient").get(pk=key)
        self.outcome[note_failure(self.token, delivery, error)] += 1
