import uuid
from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone

from accounts.ground import SameClinic
from accounts.models.base import ClinicRow, within_clinic

# A send may take EMAIL_TIMEOUT (10 s): far under half the lease.
LEASE = timedelta(seconds=60)
BACK_OFF = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=20), timedelta(hours=1))


class DeliveryQuerySet(models.QuerySet):
    def held(self, delivery):
        """This row while our lease on it holds; empty once somebody else has it."""
        return self.filter(pk=delivery.pk, lease_token=delivery.lease_token, lease_until__gt=Now())


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
    attempts = models.PositiveSmallIntegerField(default=0)
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

    def fence(self):
        """Right before the send: still ours, and a full lease ahead. False: leave it alone."""
        return bool(
            Delivery.objects.held(self).update(
                state=self.State.SENDING,
                attempts=F("attempts") + 1,
                lease_until=Now() + LEASE,
            )
        )

    def finish(self, state, *, error="", slot_state=None, reason=""):
        """Record the outcome, if the lease is still ours; its slots share it."""
        done = Delivery.objects.filter(pk=self.pk, lease_token=self.lease_token).update(
            state=state, error=error, finished_at=timezone.now(), lease_until=None
        )
        if done:
            self.slots.settle(slot_state or state, reason)
        return bool(done)

    def try_later(self, error):
        """Back off, after each failure longer. False: there is no attempt left."""
        if self.attempts > len(BACK_OFF):
            return False
        Delivery.objects.filter(pk=self.pk, lease_token=self.lease_token).update(
            state=self.State.WAITING,
            error=error,
            lease_until=None,
            next_attempt_at=Now() + BACK_OFF[self.attempts - 1],
        )
        return True
