"""An entry said differently. What it said before is kept, for both to see."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Draft
from config.widgets import RadioChips
from homework.forms.practice import CHOOSE_STATE
from homework.forms.questions import as_fields
from homework.forms.words import PLAIN, WordsForm
from homework.models import PracticeEntry


class CorrectionForm(WordsForm):
    state = forms.ChoiceField(
        label=_("How did it go?"),
        choices=PracticeEntry.State,
        widget=RadioChips,
        error_messages={"required": CHOOSE_STATE, "invalid_choice": CHOOSE_STATE},
    )

    # Which wording stood on the page: another phone may have changed it since.
    seen = forms.DateTimeField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, entry, draft=None, **kwargs):
        self.entry, self.corrected_before = entry, entry.corrected_at
        seen = entry.corrected_at and entry.corrected_at.isoformat()
        # A draft was begun on the wording that it names, not on today's.
        before = self.said_before() | {"seen": seen} | (draft or {})
        super().__init__(*args, initial=before, private=entry.private, **kwargs)

    def said_before(self):
        answers = as_fields(self.entry.assignment.prompts, self.entry.answers)
        return {name: getattr(self.entry, name) for name in ("state", *PLAIN)} | answers

    def save(self, *, by):
        said = self.words() | {"state": self.cleaned_data["state"]}
        if self.has_met_another:
            before = self.entry.said_at(self.cleaned_data["seen"])
            said["answers"] = merged(self.entry.answers, before["answers"], said["answers"])
            said = {name: value for name, value in said.items() if value != before[name]}
        if changes := self.entry.different(said):
            self.entry.correct(by=by, **changes)
        Draft.objects.forget(by, "entry", self.entry.pk, self.data.get("begun", ""))
        return self.entry

    @property
    def has_met_another(self):
        """Changed elsewhere since this page was opened: only what was changed here is new."""
        return "seen" in self.data and self.cleaned_data["seen"] != self.corrected_before


def merged(now, before, said):
    """The answers as they are now, with those that were changed, or taken out, on this page."""
    changed = {key: said.get(key) for key in before | said if said.get(key) != before.get(key)}
    return {key: value for key, value in (now | changed).items() if value is not None}
