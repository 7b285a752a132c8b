"""Half-written text on its way to the server: whatever fields a form has."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.ground.writable import writable_json
from accounts.models import Draft
from homework.models import Assignment, GivenMeasure, MeasureResult, PracticeEntry

MOST_LETTERS = 20_000
NOT_KEPT = {
    "csrfmiddlewaretoken",
    "device_id",
    "done_at",
    "sent_at",
    "zone",
    "state",
    "parked",
    "author",
    "letter",
    "begun",
    "let_go",
}


class DraftForm(forms.Form):
    """Keeps the answers for their author; with none left, it is a draft no more."""

    # Of the entry that the words are for, where they are for one.
    device_id = forms.UUIDField(required=False)
    let_go = forms.UUIDField(required=False)

    def __init__(self, data, *, form, row, author):
        super().__init__(data)
        self.form, self.row, self.author = form, row, author

    def clean(self):
        answers = {name: value for name, value in self.data.items() if name not in NOT_KEPT}
        writable_json(answers)
        if sum(len(name) + len(value) for name, value in answers.items()) > MOST_LETTERS:
            raise ValidationError(
                _("This is too long to be kept. Make it shorter, and it is kept again."),
                code="long",
            )
        return {**self.cleaned_data, "answers": answers}

    @transaction.atomic
    def keep(self):
        answers = self.cleaned_data["answers"]
        said = any(value for name, value in answers.items() if name != "seen")
        begun = self.data.get("begun", "")
        if not said or self.is_sent():
            Draft.objects.forget(self.author, self.form, self.row.pk, begun)
            return
        Draft.objects.keep(
            therapy=getattr(self.row, "therapy", self.row),
            author=self.author,
            form=self.form,
            subject=self.row.pk,
            answers=answers,
            begun=begun,
        )

    def drop(self):
        """What another page kept is not wanted any more."""
        drafts = Draft.objects.of_form(self.author, self.form, self.row.pk)
        drafts.filter(pk=self.cleaned_data["let_go"]).delete()

    def is_sent(self):
        """Whether the entry that the words are for is there: then they were only slower."""
        device_id = self.cleaned_data["device_id"]
        if device_id is None or not isinstance(self.row, Assignment | GivenMeasure):
            return False
        if isinstance(self.row, GivenMeasure):
            self.row.therapy.lock()
            return MeasureResult.objects.filter(by=self.author, device_id=device_id).exists()
        Assignment.objects.hold(self.row.pk)
        return PracticeEntry.objects.filter(by=self.author, device_id=device_id).exists()
