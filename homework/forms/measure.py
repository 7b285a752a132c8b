"""A measure as a form: radio rows, nothing chosen beforehand, any question may be left out."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.models import Draft
from config.widgets import RadioChips
from homework.forms.moment import OUT_OF_DATE, MomentForm
from homework.measures import measures
from homework.models import GivenMeasure, MeasureResult
from homework.models.given_measure import MeasuresAreOff

ITEM = "item_"
OFF = _("Nothing was given: measures are off in your clinic.")
NOTHING_YET = _("Answer at least one question.")
CHOOSE_ONE = {"invalid_choice": _("Choose one of these answers.")}


class FilledInForm(forms.Form):
    """The questions of one measure, whoever's hand fills them in."""

    def __init__(self, *args, given, **kwargs):
        super().__init__(*args, **kwargs)
        self.given, self.asks = given, given.asks
        self.fields |= {ITEM + item.key: item_field(item) for item in self.items}

    @property
    def language(self):
        return self.asks.language

    @cached_property
    def items(self):
        return self.asks.items(self.language)

    @property
    def questions(self):
        """(field, whether an answer above its first shows help at once)."""
        return [(self[ITEM + item.key], item.key == self.asks.flag_item) for item in self.items]

    @property
    def answers(self):
        return {item.key: self.cleaned_data.get(ITEM + item.key) for item in self.items}

    def clean(self):
        super().clean()
        if not self.errors and all(value is None for value in self.answers.values()):
            raise ValidationError(NOTHING_YET, code="nothing")
        return self.cleaned_data


class MeasureForm(FilledInForm, MomentForm):
    """Answered by the client, on their own phone."""

    def send(self):
        """The result; None, with the reason in the form, when its id was another's."""
        result = self.sent_as(self.cleaned_data["device_id"] or uuid.uuid4())
        if result.given_id != self.given.pk:
            self.add_error(None, OUT_OF_DATE)
            return None
        Draft.objects.forget(self.user, "measure", self.given.pk)
        return result

    def sent_as(self, device_id):
        """Changed on the page of an answer that had arrived, it is an answer of its own.

        Its id follows from the one before and not from what it says: ids are not encrypted.
        """
        said = self.cleaned_data
        result, _created = MeasureResult.send(
            self.given,
            answers=self.answers,
            language=self.language,
            device_id=device_id,
            done_at=said["done_at"],
            zone=said["zone"],
            by=self.user,
        )
        if result.given_id == self.given.pk and result.answers != self.answers:
            return self.sent_as(uuid.uuid5(device_id, "changed"))
        return result


def item_field(item):
    return forms.TypedChoiceField(
        label=item.question,
        choices=[("", ""), *item.options],
        coerce=int,
        empty_value=None,
        widget=RadioChips,
        required=False,
        error_messages=CHOOSE_ONE,
    )


class GiveForm(forms.Form):
    """Which measure, and how often."""

    use_required_attribute = False

    OFTEN = [
        ("", ""),
        ("0", _("Once")),
        ("1", _("Every week")),
        ("2", _("Every 2 weeks")),
        ("4", _("Every 4 weeks")),
    ]

    measure = forms.ChoiceField(
        label=_("Measure"),
        widget=RadioChips,
        error_messages={"required": _("Choose a measure."), **CHOOSE_ONE},
    )
    every_weeks = forms.TypedChoiceField(
        label=_("How often"),
        choices=OFTEN,
        coerce=int,
        widget=RadioChips,
        error_messages={"required": _("Choose how often."), **CHOOSE_ONE},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["measure"].choices = [(key, each.name) for key, each in measures().items()]

    def give(self, therapy, *, by):
        """None, with the reason in the form, where nobody answers flags."""
        said = self.cleaned_data
        every = said["every_weeks"] or None
        try:
            return GivenMeasure.give(therapy, said["measure"], every_weeks=every, by=by)
        except MeasuresAreOff:
            self.add_error(None, OFF)
            return None
