from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.ground import SameClinic
from accounts.models.base import ClinicRow, within_clinic


class ReminderSlotQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state=ReminderSlot.State.OPEN)

    def waiting(self):
        """Open and not yet gathered into a message."""
        return self.open().filter(delivery=None)

    def settle(self, state, reason=""):
        """Give open slots their one final state."""
        return self.open().update(state=state, reason=reason, settled_at=timezone.now())

    def cancel(self, reason):
        return self.settle(ReminderSlot.State.CANCELLED, reason)

    def balance(self):
        """{state: count}. Planned is their sum: nothing vanishes."""
        counts = self.values_list("state").annotate(models.Count("pk"))
        return dict.fromkeys(ReminderSlot.State.values, 0) | dict(counts)


class ReminderSlot(ClinicRow):
    """That somebody is to be reminded of something on a practice date, planned ahead, once.

    The key is the local date and a number, never an instant: a clock that goes back
    cannot make two of them, one that goes forward cannot lose one.

    Cancelled with a reason: `replanned`; `deactivated`, `phone-seen`, `stopped`, `paused`,
    `address-unproven` (the person); `somebody-else`, `therapy-…` (the therapy); `plan-…`,
    `withdrawn`, `logged`, `done` (the work); `cap` (a message went out on that practice date).
    """

    class Kind(models.TextChoices):
        PRACTISE = "practise"

    class State(models.TextChoices):
        OPEN = "open"
        SENT = "sent"
        FAILED = "failed"
        EXPIRED = "expired"
        CANCELLED = "cancelled"
        DEAD = "dead"

    kind = models.CharField(max_length=10, choices=Kind, default=Kind.PRACTISE)
    recipient = within_clinic("reminders.Recipient", related_name="slots")
    therapy = within_clinic("accounts.Therapy", related_name="+")
    assignment = within_clinic("homework.Assignment", related_name="+")
    practice_date = models.DateField()
    number = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField()
    not_after = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    reason = models.CharField(max_length=30, blank=True, default="")
    settled_at = models.DateTimeField(null=True, blank=True)
    delivery = within_clinic(
        "reminders.Delivery",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="slots",
    )

    objects = ReminderSlotQuerySet.as_manager()

    class Meta(ClinicRow.Meta):
        constraints = [
            *ClinicRow.Meta.constraints,
            SameClinic("recipient"),
            SameClinic("therapy"),
            SameClinic("assignment"),
            SameClinic("delivery"),
            models.UniqueConstraint(
                fields=["assignment", "kind", "practice_date", "number"],
                name="reminders_slot_once",
            ),
            models.CheckConstraint(
                condition=Q(not_after__gt=models.F("due_at")), name="reminders_slot_order"
            ),
        ]
        indexes = [
            # Read by the claim: open slots that no message has gathered yet.
            models.Index(
                fields=["due_at"],
                condition=Q(state="open", delivery=None),
                name="reminders_slot_due",
            ),
            models.Index(
                fields=["recipient"], condition=Q(state="open"), name="reminders_slot_open"
            ),
        ]

    def __str__(self):
        return f"{self.kind} on {self.practice_date}"
