"""Files that go with an exercise: uploaded by staff, sealed, handed over as downloads."""

from django.db import models
from django.db.models import Q, Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.ground import SameClinic, SealedBytes
from accounts.models.base import ClinicRow, within_clinic

MOST_OF_EXERCISE = 5
MOST_OF_CLINIC = 1_000_000_000
# Of an enclosure: homework was given with it, or a library has it.
KEPT = Q(exercise__assignment__isnull=False)
OFFERED = Q(exercise__replaced_at=None, exercise__retired_at=None)
MEDIA = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
}


class LibraryFileQuerySet(models.QuerySet):
    def of(self, exercise_id):
        """What goes with one version of an exercise, without the bytes."""
        found = self.filter(enclosures__exercise=exercise_id)
        return found.defer("content").order_by("added_at", "pk")

    def given_to(self, homework):
        """What goes with the exercises of this homework, in the version it was given in."""
        exercises = homework.exclude(exercise=None).values("exercise")
        return self.filter(pk__in=Enclosure.objects.filter(exercise__in=exercises).values("file"))

    def of_all_versions(self, exercise):
        """What goes with it now, or went with it once."""
        return self.filter(pk__in=Enclosure.objects.of_all_versions(exercise).values("file"))

    def left_with_clients(self, exercise):
        """No longer offered with it; who was given it before can download it still."""
        given = Enclosure.objects.of_all_versions(exercise).filter(KEPT).values("file")
        offered = Enclosure.objects.filter(OFFERED, exercise=exercise.pk).values("file")
        found = self.filter(pk__in=given).exclude(pk__in=offered)
        return found.defer("content").order_by("added_at", "pk")

    def let_go(self):
        """Erase those that no homework was given with and no library offers."""
        used = Enclosure.objects.filter(KEPT | OFFERED).values("file")
        self.exclude(pk__in=used).defer("content").delete()

    def bytes_in(self, clinic_id):
        return self.filter(clinic=clinic_id).aggregate(all=Sum("size"))["all"] or 0


class LibraryFile(ClinicRow):
    """It never changes, so versions and copies of an exercise share it. Nothing of it is a path."""

    class Kind(models.TextChoices):
        PDF = "pdf", _("PDF")
        PNG = "png", _("picture")
        JPEG = "jpg", _("picture")
        MP3 = "mp3", _("recording")
        M4A = "m4a", _("recording")

    title = models.CharField(_("what it is"), max_length=120)
    kind = models.CharField(max_length=3, choices=Kind)
    size = models.PositiveIntegerField()
    content = models.BinaryField()
    added_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    SEALED = SealedBytes("homework.library_file.content", "content", clinic="clinic_id")
    objects = LibraryFileQuerySet.as_manager()

    class Meta(ClinicRow.Meta):
        pass

    def __str__(self):
        return self.title

    @classmethod
    def sealed(cls, content, **facts):
        """A row to be written, its bytes encrypted for it alone."""
        file = cls(size=len(content), **facts)
        file.content = cls.SEALED.seal(file, content)
        return file

    @property
    def opened(self):
        return self.SEALED.open(self)

    @property
    def media_type(self):
        return MEDIA[self.kind]

    @property
    def name(self):
        """Says nothing, and is not what somebody called it."""
        return f"file-{self.pk.hex[:8]}.{self.kind}"


class EnclosureQuerySet(models.QuerySet):
    def of_all_versions(self, exercise):
        return self.filter(exercise__clinic=exercise.clinic_id, exercise__key=exercise.key)

    def light(self):
        """With their files, without the bytes."""
        return self.select_related("file").defer("file__content").order_by("file__added_at", "pk")


class Enclosure(ClinicRow):
    """That a file goes with a version of an exercise."""

    exercise = within_clinic("homework.Exercise", related_name="enclosures")
    file = within_clinic(LibraryFile, related_name="enclosures")

    objects = EnclosureQuerySet.as_manager()

    class Meta(ClinicRow.Meta):
        constraints = [
            *ClinicRow.Meta.constraints,
            SameClinic("exercise"),
            SameClinic("file"),
            models.UniqueConstraint(fields=["exercise", "file"], name="homework_enclosed_once"),
        ]

    def __str__(self):
        return f"Enclosure {self.pk}"
