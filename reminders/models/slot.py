from django.db import models, transaction
from django.db.models import F, Q
from django.db.models.functions import Now

from accounts.ground import SameClinic
from accounts.models.base import ClinicRow, within_clinic


class ReminderSlotQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state=ReminderSlot.State.OPEN)

    def waiting(self):
        """Open and not yet gathered into a message."""
        return self.open().filter(delivery=None)

    def under_way(self):
        """Open and in a message that is to leave."""
        return self.open().exclude(delivery=None)

    def settled_since(self, ago):
        return self.filter(settled_at__gt=Now() - ago)

    def about(self, kind, rows):
        return self.filter(kind=kind, about__in=[row.pk for row in rows])

    def settle(self, state, reason=""):
        """Give open slots their one final state."""
        return self.open().update(state=state, reason=reason, settled_at=Now())

    def cancel(self, reason):
        return self.settle(ReminderSlot.State.CANCELLED, reason)

    def left_behind(self):
        """Open, although their message has gone: its worker died between the two notes."""
        return self.open().filter(delivery__state="sent")

    @transaction.atomic
    def settle_left_behind(self):
        """Past what is locked: its worker lives and is at it, and waiting could be mutual."""
        left = self.left_behind().select_for_update(skip_locked=True, of=("self",))
        if keys := list(left.values_list("pk", flat=True)):
            self.filter(pk__in=keys).settle(ReminderSlot.State.SENT)

    def balance(self):
        """{state: count}. Planned is their sum: nothing vanishes."""
        counts = self.values_list("state").annotate(models.Count("pk"))
        return dict.fromkeys(ReminderSlot.State.values, 0) | dict(counts)


class ReminderSlot(ClinicRow):
    """That somebody is to be reminded of something on a date, planned ahead, once.

    The key is the local date and a number, never an instant: a clock that goes back
    cannot make two of them, one that goes forward cannot lose one. `about` is the id of what
    it is about: which table that is, its kind knows (reminders/kinds).

    Cancelled with a reason: `replanned`; `deactivated`, `phone-seen`, `stopped`, `paused`,
    `unreachable` (the person); `somebody-else`, `therapy-…` (the therapy); `gone`, `plan-…`,
    `withdrawn`, `logged`, `done`, `moved`, `sent`, `read`, `nothing`, `away` (what it is about);
    `cap` (as many messages as agreed went out on that practice date).
    """

    class State(models.TextChoices):
        OPEN = "open"
        SENT = "sent"
        FAILED = "failed"
        EXPIRED = "expired"
        CANCELLED = "cancelled"
        DEAD = "dead"

    kind = models.CharField(max_length=10)
    recipient = within_clinic("reminders.Recipient", related_name="slots", db_index=False)
    therapy = within_clinic("accounts.Therapy", null=True, blank=True, related_name="+")
    about = models.UUIDField()
    practice_date = models.DateField()
    number = models.PositiveSmallIntegerField(default=0)
    channel = models.CharField(max_length=10, default="email")
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
        db_index=False,
    )

    objects = ReminderSlotQuerySet.as_manager()

    class Meta(ClinicRow.Meta):
        constraints = [
            *ClinicRow.Meta.constraints,
            SameClinic("recipient"),
            SameClinic("therapy"),
            SameClinic("delivery"),
            models.UniqueConstraint(
                fields=["recipient", "kind", "about", "practice_date", "number"],
                name="reminders_slot_once",
            ),
            models.CheckConstraint(
                condition=Q(not_after__gt=F("due_at")), name="reminders_slot_order"
            ),
            models.CheckConstraint(
                condition=Q(state="open", settled_at=None)
                | (~Q(state="open") & Q(settled_at__isnull=False)),
                name="reminders_slot_settled",
            ),
        ]
        indexes = [
            # Read by the claim: open slots that no message has gathered yet.
            models.Index(
                fields=["due_at"],
                condition=Q(state="open", delivery=None),
                name="reminders_slot_due",
            ),
            # What went out to a person on a date, and what is under way.
            models.Index(fields=["recipient", "practice_date"], name="reminders_slot_of_day"),
            # The slots of a message, and what is under way: few at any time.
            models.Index(
                fields=["delivery"],
                condition=Q(state="open", delivery__isnull=False),
                name="reminders_slot_under_way",
            ),
            # What came to an end lately, for a watcher.
            models.Index(
                fields=["settled_at"],
                condition=Q(settled_at__isnull=False),
                name="reminders_slot_settled_at",
            ),
        ]

    def __str__(self):
        return f"{self.kind} on {self.practice_date}"
