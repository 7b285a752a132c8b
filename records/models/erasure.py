"""A client's wish that their record be erased: from the press that says so to its end."""

import uuid
from datetime import timedelta

from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone

from accounts.models import AuditEvent, Therapy

# So long a wish can be taken back.
WAIT = timedelta(days=7)


class ErasureQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(undone_at=None, done_at=None)

    def waiting_of(self, user):
        return self.waiting().filter(user=user).first()

    def due(self):
        return self.waiting().filter(due_at__lte=Now())


class Erasure(models.Model):
    """asked → undone, or done once the days are over (records/erasing.py).

    The row outlives what it erased: it holds ids and days.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey("accounts.User", models.PROTECT, related_name="erasures")
    asked_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    objects = ErasureQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(undone_at=None, done_at=None),
                name="records_one_erasure_waits",
            ),
            models.CheckConstraint(
                condition=Q(undone_at=None) | Q(done_at=None), name="records_erasure_one_end"
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=Q(undone_at=None, done_at=None),
                name="records_erasure_due",
            )
        ]

    def __str__(self):
        return f"Erasure {self.number}"

    @property
    def number(self):
        """What people call it by: "3F7A-90C2"."""
        return f"{self.pk.hex[:4]}-{self.pk.hex[4:8]}".upper()

    @property
    def has_come(self):
        """Its day: from now on the round may be at it, therapy by therapy."""
        return self.due_at <= timezone.now()

    @classmethod
    @transaction.atomic
    def ask(cls, *, by):
        """The wish, and whether it is new: said twice it is one, and its day stands. There is none
        of somebody who has been forgotten meanwhile."""
        if not by.hold():
            return None, False
        erasure, is_new = cls.objects.get_or_create(
            user=by,
            undone_at=None,
            done_at=None,
            defaults={"due_at": timezone.now() + WAIT},
        )
        if is_new:
            erasure._tell(by, "record.erasure_asked", erasure.due_at)
        return erasure, is_new

    @transaction.atomic
    def undo(self, *, by):
        """Everything stays; or False, once its day has come."""
        if not self.still_waits() or self.has_come:
            return False
        self.user.hold()
        self.undone_at = timezone.now()
        self.save(update_fields=["undone_at"])
        self._tell(by, "record.erasure_undone", None)
        return True

    @transaction.atomic
    def begin_anew(self):
        """All its days from now on; False once it is done or taken back."""
        if not self.still_waits():
            return False
        self.due_at = timezone.now() + WAIT
        self.save(update_fields=["due_at"])
        self._tell(None, "record.erasure_asked", self.due_at)
        return True

    def still_waits(self):
        """As it is now, and locked until the transaction ends."""
        self.refresh_from_db(from_queryset=Erasure.objects.select_for_update())
        return self.undone_at is None and self.done_at is None

    def _tell(self, by, action, day):
        """The audit, and whoever treats them: after that day it is there no more."""
        for therapy in Therapy.objects.of_client(self.user):
            AuditEvent.record(by, action, therapy)
            therapy.let_know_of_leaving(day)
