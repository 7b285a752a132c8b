"""Widgets in Midweek's hand. Their templates are in templates/django/forms/widgets/."""

from django import forms


class RadioChips(forms.RadioSelect):
    """One answer of a few, in words. Nothing is chosen beforehand; an empty choice is not shown.

    `decide=True` is the quieter form for a decision that repeats down a page. With `few`, so many
    are shown and the others are behind "More".
    """

    template_name = "django/forms/widgets/chips.html"

    def __init__(self, *args, decide=False, few=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.decide, self.few = decide, few

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        found = chips(context["widget"])
        shown, more = found[: self.few], found[self.few :] if self.few else []
        context["widget"].update(chips=shown, more=more, decide=self.decide)
        context["widget"]["open"] = any(option["selected"] for option in more)
        return context


class CheckChips(forms.CheckboxSelectMultiple):
    """Several answers of a few, in words."""

    template_name = "django/forms/widgets/chips.html"

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["chips"] = chips(context["widget"])
        return context


class NumberChips(RadioChips):
    """Numbers as radios on one grid, with words for the two ends."""

    template_name = "django/forms/widgets/scale.html"

    def __init__(self, *args, low="", high="", **kwargs):
        super().__init__(*args, **kwargs)
        self.low, self.high = low, high

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"].update(low=self.low, high=self.high)
        return context


class OwnWords(forms.TextInput):
    """A free line, with what this person usually says offered to be filled in by one press."""

    template_name = "django/forms/widgets/own_words.html"
    offered: list | tuple = ()

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["offered"] = self.offered
        return context


def chips(widget):
    """The options in one list, without the empty one that Django adds to optional choices."""
    options = (option for _group, group, _index in widget["optgroups"] for option in group)
    return [option for option in options if option["value"] != ""]


class Paper(forms.Textarea):
    """Where people write in their own voice: ruled paper."""

    def __init__(self, attrs=None):
        super().__init__({"rows": 4, "class": "input--paper", **(attrs or {})})


class Words(forms.Textarea):
    """A few lines of staff's words."""

    def __init__(self, attrs=None):
        super().__init__({"rows": 2, **(attrs or {})})


class Day(forms.DateInput):
    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")


class Time(forms.TimeInput):
    input_type = "time"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%H:%M")


class DayAndTime(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


class Code(forms.TextInput):
    """A code from an e-mail or an authenticator: pasting and filling in by the phone work."""

    def __init__(self, attrs=None):
        code = {"class": "input--code", "inputmode": "numeric", "autocomplete": "one-time-code"}
        super().__init__({**code, **(attrs or {})})
