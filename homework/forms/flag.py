"""Answering a flag, and naming who answers flags."""

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from config.widgets import Paper, RadioChips
from homework.forms.written import written
from homework.models import Flag, FlagDuty

ANSWERED = _("This flag was answered before. What you wrote now is not kept; it stands below.")


class FlagForm(forms.Form):
    use_required_attribute = False

    what_was_done = written(
        Flag,
        "what_was_done",
        label=_("What was done"),
        help_text=_("Whom you reached, what you agreed. The client can read it in their copy."),
        required=True,
        widget=Paper({"rows": 4}),
        error_messages={"required": _("Write what was done, in a sentence.")},
    )

    def answer(self, flag, *, by):
        """Whether it stands now as it was written here, with this name."""
        words = self.cleaned_data["what_was_done"]
        flag.answer(words, by=by)
        stands = flag.answered_by_id == by.pk and flag.what_was_done == words
        if not stands:
            self.add_error(None, ANSWERED)
        return stands


class Person(forms.ModelChoiceField):
    def label_from_instance(self, person):
        return person.name


class FlagDutyForm(forms.Form):
    """All of it or nothing: a flag must not wait for nobody."""

    use_required_attribute = False

    answered_by = Person(
        queryset=None,
        label=_("Who answers flags"),
        empty_label=_("Whoever leads the therapy"),
        required=False,
    )
    deputy = Person(
        queryset=None,
        label=_("Deputy"),
        help_text=_("A flag that nobody answered in time goes to them, with cover for 7 days."),
        error_messages={"required": _("Choose a deputy.")},
    )
    second = Person(
        queryset=None,
        label=_("For the deputy’s own clients"),
        help_text=_("Nobody is their own deputy."),
        error_messages={"required": _("Choose who stands in for the deputy.")},
    )
    within_hours = forms.TypedChoiceField(
        label=_("Answered within"),
        choices=[("", ""), *FlagDuty.Within.choices],
        coerce=int,
        widget=RadioChips,
        error_messages={"required": _("Choose by when.")},
    )

    def __init__(self, *args, clinic, **kwargs):
        super().__init__(*args, **kwargs)
        self.clinic = clinic
        here = get_user_model().objects.filter(
            memberships__clinic=clinic,
            memberships__is_therapist=True,
            memberships__ended_at=None,
        )
        for name in ("answered_by", "deputy", "second"):
            self.fields[name].queryset = here.order_by("name")

    def clean(self):
        said = super().clean()
        deputy, second = said.get("deputy"), said.get("second")
        if deputy and deputy == second:
            self.add_error("second", ValidationError(_("Choose another person than the deputy.")))
        if said.get("answered_by") in {deputy, second} - {None}:
            message = _("Choose somebody who is not a deputy too.")
            self.add_error("answered_by", ValidationError(message))
        return said

    def save(self, *, by):
        return FlagDuty.name_people(self.clinic, **self.cleaned_data, by=by)
