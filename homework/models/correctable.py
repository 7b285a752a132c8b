"""What an entry says, said further or differently: no words get lost, and a correction is seen."""

from django.db import models, transaction
from django.utils import timezone

from accounts.models import AuditEvent
from homework import signals
from homework.models.earlier_wording import WORDS, EarlierWording


class Correctable(models.Model):
    class Meta:
        abstract = True

    def _hold(self):
        """Read what it says as it is now, and hold it: no other window's words get lost."""
        said, held = (*WORDS, "private"), type(self).objects.select_for_update()
        self.refresh_from_db(fields=said, from_queryset=held)

    def different(self, words):
        """Those of these words that it does not say yet."""
        return {name: value for name, value in words.items() if value != getattr(self, name)}

    def said_at(self, moment):
        """What it said once it had been corrected at `moment`; None is before any correction."""
        later = self.wordings.filter(replaced_at__gt=moment) if moment else self.wordings.all()
        wording = later.order_by("replaced_at").first()
        then = wording.as_entry() if wording else self
        return {name: getattr(then, name) for name in WORDS}

    @transaction.atomic
    def add(self, *, by, **words):
        """Say more. Only what takes the place of earlier words is a correction."""
        self._hold()
        changes = self.different(words)
        if any(getattr(self, name) not in (None, "", False, {}) for name in changes):
            self._correct(changes, by=by)
        elif changes:
            self._write(changes)
            AuditEvent.record(by, "practice.added_to", self, fields=sorted(changes))
            signals.practice_logged.send(type(self), entry=self, by=by)

    def _write(self, changes):
        """What is said after a therapy has ended is for oneself."""
        if not self.therapy.is_open:
            changes = changes | {"private": True}
        for name, value in changes.items():
            setattr(self, name, value)
        self.has_words = self.says_something
        self.save(update_fields=[*changes, "has_words"])

    @transaction.atomic
    def correct(self, *, by, **changes):
        """Say it differently; the earlier wording is kept."""
        self._hold()
        self._correct(changes, by=by)

    def _correct(self, changes, *, by):
        EarlierWording.remember(self, by=by)
        self._write(changes | {"corrected_at": timezone.now()})
        AuditEvent.record(by, "practice.corrected", self, fields=sorted(changes))
        signals.practice_logged.send(type(self), entry=self, by=by)

    @property
    def wordings_for_staff(self):
        """Earlier wordings that others may read: none once it is private or withdrawn."""
        if self.private or self.withdrawn_at:
            return []
        return [wording for wording in self.wordings.all() if not wording.was_private]
