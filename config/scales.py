"""A rating as a form field: whole numbers on radios, where untouched is "no answer"."""

from django import forms

from config.widgets import NumberChips


class ScaleField(forms.TypedChoiceField):
    """0 to `top` in steps of `step`; cleans to a number, or to None when left alone.

    ScaleField(label="How hard was it?", top=4, low="0: easy", high="4: very hard", required=False)
    """

    def __init__(self, *, top=10, step=1, low="", high="", **kwargs):
        choices = [(number, str(number)) for number in range(0, top + 1, step)]
        widget = NumberChips(low=low, high=high)
        super().__init__(choices=choices, coerce=int, empty_value=None, widget=widget, **kwargs)
