from django.db import models

from accounts.ground import EncryptedJSONField, SameClinic
from accounts.models.base import ClinicRow, within_clinic


class DraftQuerySet(models.QuerySet):
    def keep(self, *, therapy, author, form, subject, answers):
        """Keep half-written answers; the later one wins. Returns the draft."""
        draft = self.filter(therapy=therapy, author=author, form=form, subject=subject).first()
        draft = draft or self.model(
            clinic_id=therapy.clinic_id, therapy=therapy, author=author, form=form, subject=subject
        )
        draft.answers = answers
        draft.save()
        return draft


class Draft(ClinicRow):
    """Half-written text, kept on the server until it is sent. Its author alone reads it."""

    therapy = within_clinic("accounts.Therapy", related_name="drafts")
    author = models.ForeignKey("accounts.User", models.CASCADE, related_name="+")
    form = models.CharField(max_length=20)
    subject = models.UUIDField()
    answers = EncryptedJSONField("accounts.draft.answers")
    saved_at = models.DateTimeField(auto_now=True)

    objects = DraftQuerySet.as_manager()

    class Meta(ClinicRow.Meta):
        constraints = [
            *ClinicRow.Meta.constraints,
            SameClinic("therapy"),
            models.UniqueConstraint(
                fields=["author", "form", "subject"], name="accounts_one_draft_a_form"
            ),
        ]

    def __str__(self):
        return f"Draft of {self.form}"
