"""One file of a client's copy of everything, from the press that asks for it to its end."""

import logging
import uuid
from datetime import timedelta

from django.db import DatabaseError, models, transaction
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from accounts.ground import SealedBytes
from accounts.hats import as_person
from accounts.wall import things_of
from records.reader import record_of
from records.reading import therapies_of
from records.writers import WRITERS

logger = logging.getLogger("midweek.records")
KEPT = timedelta(hours=24)
# Whoever makes it has so long before somebody else may begin anew, and it is begun so often.
LEASE = timedelta(minutes=10)
MOST_TRIES = 3


class TooOften(Exception):
    """Whoever began it died each time."""


class CopyQuerySet(models.QuerySet):
    def of(self, user):
        """Those that can still be fetched, or will be."""
        return self.filter(user=user, asked_at__gt=timezone.now() - KEPT).order_by("-asked_at")

    def waiting(self):
        return self.filter(stage__lt=Copy.Stage.READY)

    def in_hand(self):
        """Somebody makes them, as long as their lease lasts."""
        return self.waiting().filter(begun_at__gte=Now() - LEASE)

    def stale(self):
        return self.filter(asked_at__lte=timezone.now() - KEPT)

    def take(self):
        """The one that has waited longest, for us alone as long as a lease lasts; or None."""
        free = Q(begun_at=None) | Q(begun_at__lt=Now() - LEASE)
        with transaction.atomic():
            waits = self.waiting().filter(free).order_by("asked_at")
            copy = waits.select_for_update(skip_locked=True).first()
            if copy:
                self.filter(pk=copy.pk).update(begun_at=Now(), tries=F("tries") + 1)
                copy.tries += 1
        return copy


class Copy(models.Model):
    """asked → reading → printing → ready, or failed; erased a day after it was asked for.

    It belongs to a person, not to a clinic; their id stands in for the clinic's in the encryption.
    """

    class Kind(models.TextChoices):
        PAGE = "page", _("A page to read or print")
        PDF = "pdf", _("A PDF to read or print")
        TABLES = "tables", _("Tables for a spreadsheet (CSV)")
        FHIR = "fhir", _("A file for other health programs (FHIR)")
        DATA = "data", _("A file for other programs (JSON)")

    class Stage(models.IntegerChoices):
        ASKED = 0, _("In line")
        READING = 1, _("Reading your record")
        PRINTING = 2, _("Writing the file")
        READY = 3, _("Ready")
        FAILED = 4, _("This went wrong here. You can ask once more.")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey("accounts.User", models.CASCADE, related_name="copies")
    kind = models.CharField(max_length=10, choices=Kind)
    stage = models.PositiveSmallIntegerField(choices=Stage, default=Stage.ASKED)
    tries = models.PositiveSmallIntegerField(default=0)
    asked_at = models.DateTimeField(default=timezone.now)
    begun_at = models.DateTimeField(null=True)
    content = models.BinaryField(null=True)

    SEALED = SealedBytes("records.copy.content", "content", clinic="user_id")
    objects = CopyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(stage=3, content__isnull=False) | (~Q(stage=3) & Q(content=None)),
                name="records_copy_ready_with_content",
            ),
            # Asked for twice it is made once.
            models.UniqueConstraint(
                fields=["user", "kind"],
                condition=Q(stage__lt=3),
                name="records_copy_one_in_the_making",
            ),
        ]
        indexes = [
            models.Index(fields=["asked_at"], condition=Q(stage__lt=3), name="records_copy_waiting")
        ]

    def __str__(self):
        return f"Copy {self.pk}"

    @classmethod
    def ask(cls, user, kind):
        """The copy in the making, or a new one in line; what ran out of time is out of the way."""
        cls.objects.filter(user=user).stale().delete()
        copy, _new = cls.objects.get_or_create(
            user=user, kind=kind, stage__lt=cls.Stage.READY, defaults={"kind": kind}
        )
        return copy

    def make(self):
        """Read, print, seal. An earlier file of this kind goes; an error is its end."""
        try:
            if self.tries > MOST_TRIES:
                raise TooOften
            content = self.printed()
        except DatabaseError:
            raise
        except Exception as error:
            # Its name only: what goes wrong may hold the person's words.
            logger.error("%s: %s", self, type(error).__name__)
            self.reach(self.Stage.FAILED)
            return
        sealed = self.SEALED.seal(self, content)
        if not self.reach(self.Stage.READY, content=sealed):
            return
        with things_of(self.user_id):
            same = Copy.objects.filter(user=self.user, kind=self.kind, stage=self.Stage.READY)
            same.exclude(pk=self.pk).delete()

    def printed(self):
        """The file's bytes, in the person's language and by their clock."""
        with translation.override(self.user.language), timezone.override(self.user.zone):
            self.reach(self.Stage.READING)
            with as_person(self.user):
                record = record_of(self.user, therapies_of(self.user))
            self.reach(self.Stage.PRINTING)
            return WRITERS[self.kind].write(record)

    def reach(self, stage, **facts):
        """While it is still ours: somebody else may have begun it anew."""
        ours = Copy.objects.waiting().filter(pk=self.pk, tries=self.tries)
        with things_of(self.user_id):
            reached = ours.update(stage=stage, **facts)
        if reached:
            self.stage = stage
        return reached

    @property
    def is_ready(self):
        return self.stage == self.Stage.READY

    @property
    def is_waiting(self):
        return self.stage < self.Stage.READY

    @property
    def erased_at(self):
        return self.asked_at + KEPT

    @property
    def file(self):
        """The bytes, for its owner."""
        return self.SEALED.open(self)
