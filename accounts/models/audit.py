import hashlib
import json

from django.db import models
from django.utils import timezone

from accounts.ground.insert_once import insert
from accounts.ground.planned import Planned

# A page may have been about twenty therapies, and an event of each is the same but for two ids.
EACH = Planned("""
INSERT INTO accounts_auditevent
    (clinic_id, actor_id, therapy_id, action, subject, subject_id, codes, at)
SELECT clinic, %(actor)s, id, %(action)s, %(subject)s, id::text, '{}', %(at)s
FROM unnest(%(clinics)s::uuid[], %(ids)s::uuid[]) AS therapy (clinic, id)
""")


class AuditEvent(models.Model):
    """Who did or read what of whose, when. Append-only: the application's role may only insert.

    `codes` holds codes, counts and field names, never a word that somebody wrote.
    """

    # The application's database role may insert and read, nothing else (config/grants.py).
    APPEND_ONLY = True

    clinic = models.ForeignKey("accounts.Clinic", models.PROTECT, null=True, related_name="+")
    actor = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    # No foreign keys: what happened stays known after a row is erased.
    therapy_id = models.UUIDField(null=True)
    action = models.CharField(max_length=60)
    subject = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=40)
    codes = models.JSONField(default=dict)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [
            # Read by "who has looked" and by the clinic's audit page.
            models.Index(fields=["therapy_id", "-at"], name="accounts_audit_therapy"),
            models.Index(fields=["clinic", "-id"], name="accounts_audit_clinic"),
        ]

    def __str__(self):
        return f"{self.action} {self.subject_id}"

    @classmethod
    def record(cls, by, action, row, **codes):
        """Write one event in the transaction of what it records."""
        event = cls._of(by, action, row, **codes)
        insert(event, asks_key=False)
        return event

    @classmethod
    def record_each(cls, by, action, therapies):
        """The same of several therapies, in one insert."""
        if therapies:
            said = {"actor": by.pk, "action": action, "at": timezone.now()}
            said["subject"] = therapies[0]._meta.label_lower
            said["clinics"] = [therapy.clinic_id for therapy in therapies]
            said["ids"] = [therapy.pk for therapy in therapies]
            EACH.run(said).close()

    @classmethod
    def _of(cls, by, action, row, **codes):
        clinic_id = codes.pop("clinic_id", None)
        return cls(
            clinic_id=getattr(row, "clinic_id", None) or clinic_id,
            actor=by if by is not None and by.is_authenticated else None,
            therapy_id=row.pk
            if row._meta.model_name == "therapy"
            else getattr(row, "therapy_id", None),
            action=action,
            subject=row._meta.label_lower,
            subject_id=str(row.pk),
            codes=codes,
        )

    def digest(self, previous):
        """SHA-256 over the event and the seal before it, hex."""
        facts = [
            previous,
            self.pk,
            str(self.clinic_id),
            str(self.actor_id),
            str(self.therapy_id),
            self.action,
            self.subject,
            self.subject_id,
            self.codes,
            self.at.isoformat(),
        ]
        return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()
