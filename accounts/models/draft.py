from django.db import models

from accounts.ground import EncryptedJSONField, SameClinic
from accounts.models.base import ClinicRow, within_clinic


class DraftQuerySet(models.QuerySet):
    def keep(self, *, therapy, author, form, subject, answers):
        """Keep half-written answers; the later one wins. Returns the draft."""
        draft, _created = self.update_or_create(
            author=author,
            form=form,
            subject=subject,
            defaults={"clinic_id": therapy.clinic_id, "therapy": therapy, "answers": answers},
        )
        return draft

    def answers_of(self, author, form, subject):
        """What was kept of a form, by field; empty when nothing was."""
        draft = self.filter(author=author, form=form, subject=subject).first()
        return draft.answers if draft else {}

    def forget(self, author, form, subject):
        """Sent, or emptied: it is a draft no more."""
        self.filter(author=author, form=form, subject=subject).delete()


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
