"""Half-written text on its way to the server: whatever fields a form has."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.ground.writable import writable_json
from accounts.models import Draft

MOST_LETTERS = 20_000
NOT_KEPT = {
    "csrfmiddlewaretoken",
    "device_id",
    "done_at",
    "sent_at",
    "zone",
    "state",
    "parked",
}


class DraftForm(forms.Form):
    """Keeps the answers for their author; with none left, it is a draft no more."""

    def __init__(self, data, *, form, row, author):
        super().__init__(data)
        self.form, self.row, self.author = form, row, author

    def clean(self):
        answers = {name: value for name, value in self.data.items() if name not in NOT_KEPT}
        writable_json(answers)
        if sum(len(name) + len(value) for name, value in answers.items()) > MOST_LETTERS:
            raise ValidationError(_("This is too long to be kept."), code="long")
        return {"answers": answers}

    def keep(self):
        answers = self.cleaned_data["answers"]
        if not any(value for name, value in answers.items() if name != "seen"):
            Draft.objects.forget(self.author, self.form, self.row.pk)
            return
        Draft.objects.keep(
            therapy=getattr(self.row, "therapy", self.row),
            author=self.author,
            form=self.form,
            subject=self.row.pk,
            answers=answers,
        )
