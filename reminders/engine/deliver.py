"""Sends what was claimed. Some are fenced together, then go a few at a time, in no transaction.

What a fence said holds for a moment only: what has not left by then is fenced anew. So
somebody who pauses is left alone at once, however slow the mail server is, and a worker that
was stopped past its lease finds that its messages are no longer its own.
"""

from collections import Counter, deque
from functools import partial
from time import monotonic

from accounts.wall import in_clinics
from reminders.clinics import clinics_of_messages
from reminders.engine.fence import fence
from reminders.engine.halves import in_halves
from reminders.engine.outcome import note_failure, note_sent, settle_sent
from reminders.engine.senders import AT_ONCE, Senders
from reminders.models import Delivery

FRESH = 2.0  # seconds
MOST = 500


class Round:
    """One worker's way through a claim: as many at a time as leave while the fence is fresh."""

    def __init__(self, claim):
        self.token = claim.token
        self.keys = list(claim.keys)
        self.size = 1
        self.outcome = Counter()
        self.claimed_at = monotonic()
        self.senders = Senders()

    def run(self) -> Counter:
        """Until all are seen to, or half the lease is over: the rest is better claimed anew."""
        with self.senders:
            while self.keys and monotonic() - self.claimed_at < Delivery.LEASE.total_seconds() / 2:
                began = monotonic()
                taken, self.keys = self.keys[: self.size], self.keys[self.size :]
                late = self.step(taken)
                self.keys = late + self.keys
                pace = (len(taken) - len(late)) / (monotonic() - began)
                self.size = min(max(int(pace * FRESH / 2), AT_ONCE), MOST)
        return +self.outcome

    def step(self, keys) -> list:
        """Fence these and send them; returns the keys of those that the fence ran out for."""
        until = monotonic() + FRESH
        parcels, sent = deque(), []
        for may_go, counts in in_halves(keys, partial(fence, self.token), self.give_up):
            parcels += may_go
            self.outcome += counts
        try:
            while parcels and monotonic() < until:
                self.senders.start(parcels.popleft())
                if not self.senders.are_free:
                    sent += self.note_finished()
            sent += self.note_all()
        finally:
            # Whatever happened meanwhile: these have left, and others must know.
            sent += self.note_all()
            settle_sent(sent)
        return [late.pk for late in parcels]

    def note_all(self) -> list:
        sent = []
        while self.senders.busy:
            sent += self.note_finished()
        return sent

    def note_finished(self) -> list:
        """Write down what became of those that came back; returns those that have left."""
        finished = self.senders.finished()
        sent = [parcel for parcel, error in finished if error is None]
        if sent:
            note_sent(sent)
        self.senders.seen_to(finished)
        self.outcome[Delivery.State.SENT] += len(sent)
        for parcel, error in finished:
            if error is not None:
                self.outcome[note_failure(parcel.delivery, error)] += 1
        return sent

    def give_up(self, key, error):
        """The row itself is bad: it counts as an attempt, so that it dies in the end."""
        with in_clinics(*clinics_of_messages([key])):
            Delivery.objects.filter(pk=key).fence(self.token)
            leased = Delivery.objects.filter(pk=key).leased(self.token).select_related("recipient")
            for delivery in leased:
                self.outcome[note_failure(delivery, error)] += 1
