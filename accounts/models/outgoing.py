"""A message that is tried again until it has left: a mail of an account, a reminder."""

import logging
import random
from datetime import timedelta
from typing import Any, ClassVar

from django.db import models
from django.db.models import F
from django.db.models.functions import Now
from django.utils import timezone

from accounts.post import Permanent, RetryAfter, code_of

logger = logging.getLogger("midweek.outgoing")
# Waits differ by up to a fifth, so that what failed together is not tried again together.
JITTER = 0.2
LATER, LOST = "waiting", "lost"


class OutgoingQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state__in=self.model.OPEN)

    def finished_since(self, ago):
        return self.filter(finished_at__gt=Now() - ago)

    def finish(self, state, error=""):
        """Its one final state."""
        facts = {"state": state, "error": error, "finished_at": Now()}
        return self.open().update(**facts, **self.model.AT_ITS_END)


class Outgoing(models.Model):
    """open → sent; failed (refused), dead (given up), expired or cancelled.

    One sender at a time has it, as long as a lease lasts. Times come from the database's clock.
    """

    LEASE = timedelta(seconds=60)
    BACK_OFF: ClassVar[tuple[timedelta, ...]]
    # A message whose sender died this often is what it dies of.
    MOST_ATTEMPTS: ClassVar[int]
    OPEN: ClassVar[tuple[str, ...]]
    # What else a row becomes when it waits for its next attempt, and when it has come to an end.
    WHILE_IT_WAITS: ClassVar[dict[str, Any]] = {}
    AT_ITS_END: ClassVar[dict[str, Any]] = {}

    # How often it was about to be sent, and how often that failed: a killed sender does not
    # say which of its messages it was busy with.
    attempts = models.PositiveSmallIntegerField(default=0)
    failures = models.PositiveSmallIntegerField(default=0, db_default=0)
    next_attempt_at = models.DateTimeField(default=timezone.now)
    # A name, never words: they may hold an address.
    error = models.CharField(max_length=80, blank=True, default="")
    created_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def mine(self):
        """This row, while it is still ours to send."""
        raise NotImplementedError

    @property
    def is_worn_out(self):
        return self.attempts > self.MOST_ATTEMPTS

    def not_sent(self, error) -> str:
        """Tried again later; not at all when it is refused or attempts are out. Its new state."""
        logger.warning("%s: %s", self, code_of(error))
        if isinstance(error, Permanent):
            return self.end("failed", error)
        if self.failures < len(self.BACK_OFF):
            return self.try_later(error)
        logger.error("%s is given up after %s tries", self, self.failures + 1)
        return self.end("dead", error)

    def try_later(self, error) -> str:
        """Back off, after each failure longer, or as long as the other side asked for."""
        moment, name = self.next_moment(self.wait_after(error)), code_of(error)
        facts = {"failures": F("failures") + 1, "error": name, "next_attempt_at": moment}
        return LATER if self.mine.update(**facts, **self.WHILE_IT_WAITS) else LOST

    def end(self, state, error) -> str:
        return state if self.mine.finish(state, code_of(error)) else LOST

    def wait_after(self, error):
        if isinstance(error, RetryAfter):
            return timedelta(seconds=max(error.seconds, 1))
        return self.BACK_OFF[self.failures] * random.uniform(1, 1 + JITTER)

    def next_moment(self, wait):
        return Now() + wait
