import random
import uuid
from datetime import timedelta

from django.db import connection, models
from django.db.models import Case, F, Q, When
from django.db.models.functions import Now
from django.utils import timezone

from accounts.ground import SameClinic
from accounts.models.base import ClinicRow, within_clinic

LEASE = timedelta(seconds=60)
BACK_OFF = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=20), timedelta(hours=1))
# Waits differ by up to a fifth, so that what failed together is not tried again together.
JITTER = 0.2

# The one note that must stand before other messages go: whatever happens after it, these are
# not sent again. It asks for no lease: a message that left has left, whoever sent it.
MARK_SENT = """
    UPDATE reminders_delivery
    SET state = 'sent', finished_at = statement_timestamp(), lease_until = NULL, error = ''
    WHERE id = ANY(%s) AND state IN ('claimed', 'sending', 'waiting')
"""


class DeliveryQuerySet(models.QuerySet):
    def held(self, token):
        """Ours, while the lease holds; empty once somebody else has them."""
        return self.filter(lease_token=token, lease_until__gt=Now(), state__in=Delivery.OPEN)

    def fence(self, token):
        """Right before the send: still ours, and a full lease ahead.

        An attempt is counted once, however often its turn is put off.
        """
        begun = Case(
            When(state=Delivery.State.SENDING, then=F("attempts")), default=F("attempts") + 1
        )
        return self.held(token).update(
            state=Delivery.State.SENDING, attempts=begun, lease_until=Now() + LEASE
        )

    def release(self, token):
        """What we claimed and had no time for; somebody may take it at once."""
        return self.held(token).update(
            state=Delivery.State.WAITING, lease_until=None, next_attempt_at=Now()
        )

    def put_off(self, moment):
        """It was not tried, so no attempt is counted."""
        return self.update(
            state=Delivery.State.WAITING,
            attempts=F("attempts") - 1,
            lease_until=None,
            next_attempt_at=moment,
        )

    def finish(self, state, error=""):
        return self.filter(state__in=Delivery.OPEN).update(
            state=state, error=error, finished_at=Now(), lease_until=None
        )


class Delivery(ClinicRow):
    """One message on one channel, gathering the slots due together.

    claimed → sending → sent, failed or dead; waiting between attempts; cancelled or expired
    when nothing in it is wanted any more. Times come from the database's clock.
    """

    class State(models.TextChoices):
        CLAIMED = "claimed"
        SENDING = "sending"
        WAITING = "waiting"
        SENT = "sent"
        FAILED = "failed"
        EXPIRED = "expired"
        CANCELLED = "cancelled"
        DEAD = "dead"

    OPEN = (State.CLAIMED, State.SENDING, State.WAITING)

    recipient = within_clinic("reminders.Recipient", related_name="deliveries")
    channel = models.CharField(max_length=10, default="email")
    state = models.CharField(max_length=10, choices=State, default=State.CLAIMED)
    # How often it was about to be sent, and how often that failed: a killed worker does not
    # say which of its messages it was busy with.
    attempts = models.PositiveSmallIntegerField(default=0)
    failures = models.PositiveSmallIntegerField(default=0, db_default=0)
    next_attempt_at = models.DateTimeField(default=timezone.now)
    lease_token = models.UUIDField(default=uuid.uuid4)
    lease_until = models.DateTimeField(null=True, blank=True)
    error = models.CharField(max_length=80, blank=True, default="")
    created_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta(ClinicRow.Meta):
        constraints = [*ClinicRow.Meta.constraints, SameClinic("recipient")]
        indexes = [
            # Read by the claim: attempts that are due again, and leases that ran out.
            models.Index(
                fields=["next_attempt_at"],
                condition=Q(state__in=["claimed", "sending", "waiting"]),
                name="reminders_delivery_open",
            )
        ]

    def __str__(self):
        return f"Delivery {self.pk}"

    @staticmethod
    def mark_sent(keys):
        with connection.cursor() as cursor:
            cursor.execute(MARK_SENT, [keys])

    def try_later(self, token, error, seconds=None):
        """Back off, after each failure longer, or as long as the other side asked for.

        False: there is no attempt left.
        """
        if self.failures >= len(BACK_OFF):
            return False
        wait = BACK_OFF[self.failures] * random.uniform(1, 1 + JITTER)
        if seconds is not None:
            wait = timedelta(seconds=max(seconds, 1))
        Delivery.objects.held(token).filter(pk=self.pk).update(
            state=self.State.WAITING,
            failures=F("failures") + 1,
            error=error,
            lease_until=None,
            next_attempt_at=Now() + wait,
        )
        return True
