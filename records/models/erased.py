"""What has been erased: the list that outlives it, and that a restored backup is held against."""

import uuid

from django.db import models
from django.utils import timezone


class Erased(models.Model):
    """One therapy that was erased or locked away, or one person who was forgotten: ids and days.

    No foreign keys: what they point at is gone.
    """

    # The application's database role may insert and read, nothing else (config/grants.py).
    APPEND_ONLY = True

    class What(models.TextChoices):
        THERAPY = "therapy"
        LOCKED_AWAY = "locked_away"
        PERSON = "person"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    what = models.CharField(max_length=12, choices=What)
    row = models.UUIDField()
    # Until when the law keeps what is locked away.
    until = models.DateTimeField(null=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["what", "row"], name="records_erased_once"),
            models.CheckConstraint(
                condition=models.Q(what="locked_away", until__isnull=False)
                | (~models.Q(what="locked_away") & models.Q(until=None)),
                name="records_erased_until",
            ),
        ]

    def __str__(self):
        return f"{self.what} {self.row}"

    @classmethod
    def note(cls, what, row, until=None):
        cls.objects.get_or_create(what=what, row=row, defaults={"until": until})
