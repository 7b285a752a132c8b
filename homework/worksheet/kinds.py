"""The kinds of a worksheet's questions. A new kind is a class here and a line in KINDS.

What a client fills in are plain fields with names of their own: `answer_<key>`, or several with
a part behind it. So drafts and sheets that wait on a phone keep them like any other field.
"""

import re
from decimal import Decimal, InvalidOperation

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dateparse import parse_date, parse_time
from django.utils.formats import date_format, get_format, number_format
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from accounts.ground.words_field import Text
from config.scales import ScaleField
from config.widgets import Day, Paper, RadioChips, Time

FROM_0_TO_10 = {"invalid_choice": _("Choose a number from 0 to 10.")}
FROM_1_TO_10 = {"invalid_choice": _("Choose a number from 1 to 10.")}
FROM_0_TO_4 = {"invalid_choice": _("Choose a number from 0 to 4.")}
ONE_OF_THESE = {"invalid_choice": _("Choose one of these, or none.")}
FARTHEST = 1_000_000


def rating(label, top=10):
    errors = FROM_0_TO_10 if top == 10 else FROM_0_TO_4
    return ScaleField(label=label, top=top, required=False, error_messages=errors)


class Kind:
    """One field and its value as it is; others say what is different."""

    # Whether it has a list of its own, is answered at all, and may decide what is asked next.
    has_choices = is_asked = decides = False

    def fields(self, prompt):
        """{part: field}; the part of an only field is empty. Nothing is required."""
        return {"": self.field(prompt)}

    def field(self, prompt):
        raise NotImplementedError

    def answer(self, prompt, said):
        """What is kept of {part: value}, or None when it was left alone."""
        return None if said[""] in (None, "") else said[""]

    def parts(self, prompt, answer):
        """{part: value} of what was kept, to be changed."""
        return {"": answer}

    def words(self, answer):
        return str(answer)

    def outcomes(self, prompt):
        """[(answer, its words)] that another question may wait for."""
        return []

    def decider(self, prompt, outcome):
        """(part, value) of the field that says whether this was the answer."""
        return "", outcome


class Asked(Kind):
    is_asked = True


class Long(Asked):
    def field(self, prompt):
        return Text(label=prompt["question"], max_length=2000, widget=Paper, required=False)


class Short(Asked):
    def field(self, prompt):
        return Text(label=prompt["question"], max_length=200, required=False)


class Scale(Asked):
    def __init__(self, top):
        self.top = top

    def field(self, prompt):
        return rating(prompt["question"], self.top)


class AmountField(Text):
    """A number as people write it: with a comma or a point."""

    def clean(self, value):
        written = super().clean(value)
        if not written:
            return None
        try:
            number = Decimal(ungrouped(written).replace(",", ".").replace("−", "-"))
        except InvalidOperation:
            number = Decimal("NaN")
        if not (number.is_finite() and abs(number) <= FARTHEST):
            raise ValidationError(_("Write a number, such as 20 or 7.5."), code="number")
        return int(number) if number == int(number) else float(round(number, 3))


def ungrouped(written):
    """Without the marks of thousands: English 8,000 and German 8.000 are not eight."""
    mark = get_format("THOUSAND_SEPARATOR")
    thousands = rf"[-−+]?[1-9]\d{{0,2}}(?:{re.escape(mark)}\d{{3}})+(?!\d|{re.escape(mark)}).*"
    return written.replace(mark, "") if re.fullmatch(thousands, written) else written


class Amount(Asked):
    def field(self, prompt):
        widget = forms.TextInput({"inputmode": "decimal", "class": "input--short"})
        return AmountField(label=prompt["question"], max_length=12, widget=widget, required=False)

    def parts(self, prompt, answer):
        return {"": self.words(answer)}

    def words(self, answer):
        return number_format(answer)


class Choice(Asked):
    has_choices = decides = True

    def field(self, prompt):
        return forms.ChoiceField(
            label=prompt["question"],
            choices=[("", ""), *self.outcomes(prompt)],
            widget=RadioChips,
            required=False,
            error_messages=ONE_OF_THESE,
        )

    def outcomes(self, prompt):
        return [(words, words) for words in prompt.get("choices", [])]


class YesNo(Choice):
    has_choices = False

    def outcomes(self, prompt):
        return [("yes", _("Yes")), ("no", _("No"))]

    def words(self, answer):
        return {"yes": say("Yes"), "no": say("No")}.get(answer, str(answer))


class Choices(Asked):
    """A box of its own for each, so that each is kept by its own name."""

    has_choices = decides = True

    def fields(self, prompt):
        return {
            f"_{place}": forms.BooleanField(label=words, required=False)
            for place, words in enumerate(prompt.get("choices", []))
        }

    def answer(self, prompt, said):
        return [words for place, words in listed(prompt) if said[f"_{place}"]] or None

    def parts(self, prompt, answer):
        return {f"_{place}": words in answer for place, words in listed(prompt)}

    def words(self, answer):
        return ", ".join(answer)

    def outcomes(self, prompt):
        return [(words, words) for words in prompt.get("choices", [])]

    def decider(self, prompt, outcome):
        return f"_{prompt['choices'].index(outcome)}", "on"


class Emotions(Asked):
    """Feelings, each with how strong it is; one that was not felt is left alone."""

    has_choices = True
    usual = [
        *(_("Sad"), _("Anxious"), _("Angry"), _("Ashamed")),
        *(_("Guilty"), _("Lonely"), _("Calm"), _("Glad")),
    ]

    def fields(self, prompt):
        return {
            f"_{place}": forms.TypedChoiceField(
                label=words,
                choices=[("", "–"), *((n, str(n)) for n in range(1, 11))],
                coerce=int,
                empty_value=None,
                required=False,
                error_messages=FROM_1_TO_10,
            )
            for place, words in listed(prompt)
        }

    def answer(self, prompt, said):
        felt = {words: said[f"_{place}"] for place, words in listed(prompt)}
        return {words: strong for words, strong in felt.items() if strong is not None} or None

    def parts(self, prompt, answer):
        return {f"_{place}": answer.get(words) for place, words in listed(prompt)}

    def words(self, answer):
        return ", ".join(f"{words} {strong}" for words, strong in answer.items())


class BeforeAfter(Asked):
    def fields(self, prompt):
        return {"_before": rating(_("Before")), "_after": rating(_("After"))}

    def answer(self, prompt, said):
        rated = {part[1:]: value for part, value in said.items() if value is not None}
        return rated or None

    def parts(self, prompt, answer):
        return {f"_{name}": answer.get(name) for name in ("before", "after")}

    def words(self, answer):
        rated = {name: answer.get(name, "–") for name in ("before", "after")}
        return say("%(before)s before, %(after)s after") % rated


class Moment(Asked):
    """A day or a time, kept as it is written in ISO 8601."""

    def answer(self, prompt, said):
        return said[""] and said[""].isoformat()[: self.letters]

    def words(self, answer):
        return date_format(self.read(answer), self.shape)


class Date(Moment):
    letters, shape, read = 10, "DATE_YEAR", staticmethod(parse_date)

    def field(self, prompt):
        wrong = {"invalid": _("Write the day as a date, such as 24/11/2026.")}
        return forms.DateField(
            label=prompt["question"], widget=Day, required=False, error_messages=wrong
        )


class TimeOfDay(Moment):
    letters, shape, read = 5, "H:i", staticmethod(parse_time)

    def field(self, prompt):
        wrong = {"invalid": _("Write the time with hours and minutes, such as 07:30.")}
        return forms.TimeField(
            label=prompt["question"], widget=Time, required=False, error_messages=wrong
        )


class Note(Kind):
    """Instructions: a step to read."""

    def fields(self, prompt):
        return {}

    def answer(self, prompt, said):
        return None


class Section(Note):
    """A heading over the questions that follow."""


def listed(prompt):
    return list(enumerate(prompt.get("choices", [])))


# Under the names in which sheets are kept; "number" was the scale before there were others.
KINDS = {
    "text": Long(),
    "short": Short(),
    "number": Scale(10),
    "scale_4": Scale(4),
    "amount": Amount(),
    "yes_no": YesNo(),
    "choice": Choice(),
    "choices": Choices(),
    "emotions": Emotions(),
    "before_after": BeforeAfter(),
    "date": Date(),
    "time": TimeOfDay(),
    "note": Note(),
    "section": Section(),
}


def kind_of(prompt):
    """A sheet of a newer version may hold a kind that is not known here: it is asked in words."""
    return KINDS.get(prompt.get("kind"), KINDS["text"])
