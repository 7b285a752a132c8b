"""What a client has brought along from elsewhere, and the file they choose from."""

import json
import uuid
from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from accounts.ground import (
    EncryptedJSONField,
    EncryptedTextField,
    SameClinic,
    SealedBytes,
)
from accounts.models.base import ClinicRow, within_clinic
from homework.how_to import steps_in
from records.bringing.telling import title, told

KEPT = timedelta(hours=24)


class Brought(ClinicRow):
    """One piece that was chosen from a file: as it was there, to be read by both sides."""

    class Kind(models.TextChoices):
        GOAL = "goal", _("Goal")
        SKILL = "skill", _("Skill")
        WEEK = "week", _("Week")

    therapy = within_clinic("accounts.Therapy", related_name="brought")
    kind = models.CharField(max_length=10, choices=Kind)
    # Whom it was with, as the file says.
    origin = EncryptedTextField("records.brought.origin", max_length=300)
    facts = EncryptedJSONField("records.brought.facts")
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta(ClinicRow.Meta):
        constraints = [*ClinicRow.Meta.constraints, SameClinic("therapy")]

    def __str__(self):
        return f"Brought {self.pk}"

    @property
    def title(self):
        return title(self.facts)

    @property
    def last_on(self):
        """Of a skill: when it was last practised there."""
        return parse_date(self.facts.get("last_on") or "")

    @property
    def how_steps(self):
        return steps_in(self.facts.get("how", ""))

    @property
    def told(self):
        return told(self.kind, self.facts)


class BroughtFileQuerySet(models.QuerySet):
    def of(self, user):
        return self.filter(user=user, at__gt=timezone.now() - KEPT)

    def stale(self):
        return self.filter(at__lte=timezone.now() - KEPT)


class BroughtFile(models.Model):
    """What a file holds, between choosing it and choosing from it: a day, for its owner alone.

    It belongs to a person, not to a clinic; their id stands in for the clinic's in the encryption.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.OneToOneField("accounts.User", models.CASCADE, related_name="+")
    content = models.BinaryField()
    at = models.DateTimeField(default=timezone.now)

    SEALED = SealedBytes("records.brought_file.content", "content", clinic="user_id")
    objects = BroughtFileQuerySet.as_manager()

    def __str__(self):
        return f"File {self.pk}"

    @classmethod
    def keep(cls, user, pieces):
        """The last one that was chosen takes the place of those before."""
        cls.objects.filter(user=user).delete()
        file = cls(user=user)
        content = json.dumps([piece.as_dict for piece in pieces])
        file.content = cls.SEALED.seal(file, content.encode())
        file.save(force_insert=True)
        return file

    @property
    def pieces(self):
        """The pieces as dicts, for its owner."""
        return json.loads(self.SEALED.open(self))
