"""The files that go with an exercise, through its versions."""

from django.db import models, transaction

from accounts.ground import insert_once
from accounts.models import AuditEvent
from homework.models.library_file import Enclosure, LibraryFile


class Enclosing(models.Model):
    class Meta:
        abstract = True

    def take_files_of(self, other):
        """What goes with the other goes with this one, within a clinic."""
        if self.clinic_id == other.clinic_id:
            facts = {"clinic_id": self.clinic_id, "exercise": self}
            files = other.enclosures.values_list("file", flat=True)
            Enclosure.objects.bulk_create(Enclosure(**facts, file_id=file) for file in files)

    @transaction.atomic
    def enclose(self, file, *, by):
        """A new version that has this file; homework given before stays as it was."""
        newest = self._newest()
        if newest.retired_at or not insert_once(file):
            return newest
        revised = newest.revise()
        revised.enclosures.create(clinic_id=revised.clinic_id, file=file)
        AuditEvent.record(by, "exercise.file_added", revised, kind=file.kind)
        return revised

    @transaction.atomic
    def take_out(self, file, *, by):
        """A new version without it. Where nobody was given it, it is erased."""
        newest = self._newest()
        if newest.retired_at or not newest.enclosures.filter(file=file).exists():
            return newest
        revised = newest.revise()
        revised.enclosures.filter(file=file).delete()
        LibraryFile.objects.filter(pk=file.pk).let_go()
        AuditEvent.record(by, "exercise.file_removed", revised)
        return revised

    @transaction.atomic
    def take_from_everybody(self, file, *, by):
        """Out of every version of it, so that who was given it can download it no more."""
        newest = self.take_out(file, by=by)
        gone, _rows = Enclosure.objects.of_all_versions(newest).filter(file=file).delete()
        if gone:
            LibraryFile.objects.filter(pk=file.pk).let_go()
            AuditEvent.record(by, "exercise.file_taken_from_all", newest)
        return newest
