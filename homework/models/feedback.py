from django.db import models, transaction
from django.utils import timezone

from accounts.ground import EncryptedTextField, SameClinic
from accounts.models import AuditEvent
from accounts.models.base import ClinicRow, within_clinic
from homework.signals import therapy_touched


class EntryFeedback(ClinicRow):
    """A therapist's few words on an entry between sessions. Not a chat: one each."""

    therapy = within_clinic("accounts.Therapy", related_name="entry_feedback")
    entry = models.OneToOneField(
        "homework.PracticeEntry", models.CASCADE, db_constraint=False, related_name="feedback"
    )
    text = EncryptedTextField("homework.feedback.text", max_length=1000, blank=False)
    # A change to the homework, if one is suggested; it stands on the review for both to decide.
    suggestion = EncryptedTextField("homework.feedback.suggestion", max_length=300)
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta(ClinicRow.Meta):
        constraints = [
            *ClinicRow.Meta.constraints,
            SameClinic("therapy"),
            SameClinic("entry"),
        ]

    def __str__(self):
        return f"Feedback {self.at:%Y-%m-%d}"

    @classmethod
    @transaction.atomic
    def give(cls, entry, text, *, by, suggestion=""):
        feedback, _created = cls.objects.update_or_create(
            entry=entry,
            defaults={
                "clinic_id": entry.clinic_id,
                "therapy_id": entry.therapy_id,
                "text": text,
                "suggestion": suggestion,
                "by": by,
                "at": timezone.now(),
                "read_at": None,
            },
        )
        AuditEvent.record(by, "feedback.given", feedback)
        therapy_touched.send(cls, therapy=entry.therapy)
        return feedback
