import uuid
from datetime import timedelta
from typing import Any, ClassVar

from django.db import connection, models
from django.db.models import Case, F, Q, When
from django.db.models.functions import Now

from accounts.ground import SameClinic
from accounts.models.base import ClinicRow, within_clinic
from accounts.models.outgoing import Outgoing, OutgoingQuerySet

# In one statement and no transaction, so it is a SECURITY DEFINER function.
MARK_SENT = "SELECT reminders_mark_sent(%s::uuid[])"


class DeliveryQuerySet(OutgoingQuerySet):
    def leased(self, token):
        """Ours, while the lease holds; empty once somebody else has them."""
        return self.open().filter(lease_token=token, lease_until__gt=Now())

    def fence(self, token):
        """Right before the send: still ours, and a full lease ahead.

        An attempt is counted once, however often its turn is put off.
        """
        begun = Case(
            When(state=Delivery.State.SENDING, then=F("attempts")), default=F("attempts") + 1
        )
        return self.leased(token).update(
            state=Delivery.State.SENDING, attempts=begun, lease_until=Now() + Delivery.LEASE
        )

    def release(self, token):
        """What we claimed and had no time for; somebody may take it at once."""
        return self.leased(token).put_off(Now())

    def put_off(self, moment):
        """It was not tried, so no attempt is counted."""
        counted = Case(When(state=Delivery.State.SENDING, then=1), default=0)
        return self.update(
            attempts=F("attempts") - counted, next_attempt_at=moment, **Delivery.WHILE_IT_WAITS
        )


class Delivery(ClinicRow, Outgoing):
    """One message on one channel, gathering the slots due together.

    claimed → sending → sent, failed or dead; waiting between attempts; cancelled or expired
    when nothing in it is wanted any more.
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
    BACK_OFF = tuple(timedelta(minutes=wait) for wait in (1, 5, 20, 60))
    # Others that were fenced beside a bad one by chance do not come near: a round begins with
    # one alone.
    MOST_ATTEMPTS = 30
    WHILE_IT_WAITS: ClassVar[dict[str, Any]] = {"state": State.WAITING, "lease_until": None}
    AT_ITS_END: ClassVar[dict[str, Any]] = {"lease_until": None}

    recipient = within_clinic("reminders.Recipient", related_name="deliveries")
    channel = models.CharField(max_length=10, default="email")
    state = models.CharField(max_length=10, choices=State, default=State.CLAIMED)
    lease_token = models.UUIDField(default=uuid.uuid4)
    lease_until = models.DateTimeField(null=True, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta(ClinicRow.Meta):
        constraints = [*ClinicRow.Meta.constraints, SameClinic("recipient")]
        indexes = [
            # Read by the claim: attempts that are due again, and leases that ran out.
            models.Index(
                fields=["next_attempt_at"],
                condition=Q(state__in=["claimed", "sending", "waiting"]),
                name="reminders_delivery_open",
            ),
            # What came to an end lately, for a watcher.
            models.Index(
                fields=["finished_at"],
                condition=Q(finished_at__isnull=False),
                name="reminders_delivery_finished",
            ),
        ]

    def __str__(self):
        return f"Delivery {self.pk}"

    @staticmethod
    def mark_sent(keys):
        with connection.cursor() as cursor:
            cursor.execute(MARK_SENT, [keys])

    @property
    def mine(self):
        """By the token of the claim, while its lease holds."""
        return Delivery.objects.leased(self.lease_token).filter(pk=self.pk)
