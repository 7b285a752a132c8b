import hashlib
import json

from django.db import connection, models, transaction
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
        insert(event)
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


class AuditSeal(models.Model):
    """One link of a clinic's hash chain over its audit events, added after they committed."""

    APPEND_ONLY = True

    event = models.OneToOneField(AuditEvent, models.PROTECT, related_name="seal", primary_key=True)
    clinic = models.ForeignKey("accounts.Clinic", models.PROTECT, null=True, related_name="+")
    position = models.BigIntegerField()
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["clinic", "position"],
                name="accounts_auditseal_order",
                nulls_distinct=False,
            )
        ]

    def __str__(self):
        return f"{self.position}: {self.digest[:12]}"

    @classmethod
    def seal_new_events(cls, limit=1000):
        """Extend each clinic's chain over committed events; one sealer at a time."""
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_try_advisory_xact_lock(7433011)")
                if not cursor.fetchone()[0]:
                    return 0
            events = AuditEvent.objects.filter(seal=None).order_by("pk")[:limit]
            heads = {}
            for event in events:
                position, previous = heads.get(event.clinic_id) or cls._head(event.clinic_id)
                digest = event.digest(previous)
                cls.objects.create(
                    event=event, clinic_id=event.clinic_id, position=position + 1, digest=digest
                )
                heads[event.clinic_id] = (position + 1, digest)
            return len(events)

    @classmethod
    def _head(cls, clinic_id):
        last = cls.objects.filter(clinic_id=clinic_id).order_by("-position").first()
        return (last.position, last.digest) if last else (0, "")

    @classmethod
    def first_broken(cls, clinic_id):
        """The first seal that no longer fits its event, or None when the chain holds."""
        previous, expected = "", 1
        seals = cls.objects.filter(clinic_id=clinic_id).select_related("event").order_by("position")
        for seal in seals.iterator():
            if seal.position != expected or seal.digest != seal.event.digest(previous):
                return seal
            previous, expected = seal.digest, expected + 1
        return None
