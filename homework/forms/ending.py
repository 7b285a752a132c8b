"""The page made together at the end of a therapy, kept while it grows."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Draft, TherapyEnding
from config.widgets import Paper
from homework.forms.written import written

DRAFT = "ending"
FLAG_WAITS = _("A flag waits to be answered. Answer it first, then end the therapy.")


class EndingForm(forms.Form):
    what_helped = written(
        TherapyEnding, "what_helped", label=_("What helped"), widget=Paper({"rows": 4})
    )
    early_signs = written(
        TherapyEnding,
        "early_signs",
        label=_("Early signs that it is getting harder again"),
        widget=Paper({"rows": 4}),
    )
    what_i_will_do = written(
        TherapyEnding, "what_i_will_do", label=_("What I will do then"), widget=Paper({"rows": 4})
    )
    whom_to_call = written(
        TherapyEnding, "whom_to_call", label=_("Whom I will call"), widget=Paper({"rows": 3})
    )

    def __init__(self, data=None, *, therapy, by):
        self.therapy, self.by = therapy, by
        super().__init__(data, initial=Draft.objects.answers_of(by, DRAFT, therapy.pk))

    def keep(self):
        """Save for now; nobody else reads it yet. False when something cannot be kept."""
        if not self.is_valid():
            return False
        Draft.objects.keep(
            therapy=self.therapy,
            author=self.by,
            form=DRAFT,
            subject=self.therapy.pk,
            answers=self.cleaned_data,
        )
        return True

    def end(self):
        if not self.is_valid():
            return False
        self.therapy.end(by=self.by, **self.cleaned_data)
        Draft.objects.forget(self.by, DRAFT, self.therapy.pk)
        return True


class SureForm(forms.Form):
    """Ending cannot be undone: it is asked for in words."""

    sure = forms.BooleanField(
        label=_("We end the therapy today"),
        error_messages={"required": _("Tick that you end the therapy today, or save it for now.")},
    )

    def __init__(self, data=None, *, therapy):
        self.therapy = therapy
        super().__init__(data)

    def clean(self):
        """Whoever knows the client answers it, and not the deputy of a record that is shut."""
        if self.therapy.flags.unanswered().exists():
            raise forms.ValidationError(FLAG_WAITS)
        return self.cleaned_data


class PauseForm(forms.Form):
    do = forms.ChoiceField(choices=[("pause", "pause"), ("resume", "resume")])

    def act(self, therapy, *, by):
        if self.is_valid():
            verb = therapy.pause if self.cleaned_data["do"] == "pause" else therapy.resume
            verb(by=by)
        return self.is_valid()
