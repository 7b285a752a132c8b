import re
import uuid

from django.db import models

from accounts.ground import EncryptedJSONField, SameClinic
from accounts.models.base import ClinicRow, within_clinic

BEGUN = re.compile(r"([0-9a-f]{32}):([0-9a-f]{32})?")


def read_begun(token):
    """(page, version) of a form's hidden word; ("", None) of a page that has none."""
    found = BEGUN.fullmatch(token)
    return found.groups() if found else ("", None)


class DraftQuerySet(models.QuerySet):
    def of_form(self, author, form, subject):
        return self.filter(author=author, form=form, subject=subject)

    def of_page(self, begun):
        """What a page has kept, and what it was begun with unless that was kept elsewhere since."""
        page, version = read_begun(begun)
        of_page = models.Q(page=page)
        return self.filter(of_page | models.Q(version=version) if version else of_page)

    def keep(self, *, therapy, author, form, subject, answers, begun=""):
        """Keep half-written answers; of one page the later one wins. Returns the draft.

        What another open page has kept meanwhile stays beside it: nothing written is lost.
        """
        page, version = read_begun(begun)
        draft, _created = self.update_or_create(
            author=author,
            form=form,
            subject=subject,
            page=page,
            defaults={
                "clinic_id": therapy.clinic_id,
                "therapy": therapy,
                "answers": answers,
                "version": uuid.uuid4().hex,
            },
        )
        # Begun with that one, it goes on in this one.
        if version:
            self.of_form(author, form, subject).filter(version=version).delete()
        return draft

    def answers_of(self, author, form, subject):
        """What was kept of a form, by field; empty when nothing was."""
        draft = self.of_form(author, form, subject).order_by("-saved_at").first()
        return draft.answers if draft else {}

    def forget(self, author, form, subject, begun=""):
        """Sent, or emptied: it is a draft no more. What another page has kept stays."""
        self.of_form(author, form, subject).of_page(begun).delete()


class Draft(ClinicRow):
    """Half-written text, kept on the server until it is sent. Its author alone reads it.

    Each open page of a form has its own: two phones, or two tabs, do not write over each other.
    """

    therapy = within_clinic("accounts.Therapy", related_name="drafts")
    author = models.ForeignKey("accounts.User", models.CASCADE, related_name="+")
    form = models.CharField(max_length=20)
    subject = models.UUIDField()
    answers = EncryptedJSONField("accounts.draft.answers")
    # Random: which page keeps it, and another word each time, by which a page knows what it saw.
    page = models.CharField(max_length=32, blank=True, default="", db_default="")
    version = models.CharField(max_length=32, blank=True, default="", db_default="")
    saved_at = models.DateTimeField(auto_now=True)

    objects = DraftQuerySet.as_manager()

    class Meta(ClinicRow.Meta):
        constraints = [
            *ClinicRow.Meta.constraints,
            SameClinic("therapy"),
            models.UniqueConstraint(
                fields=["author", "form", "subject", "page"], name="accounts_one_draft_a_page"
            ),
        ]

    def __str__(self):
        return f"Draft of {self.form}"
