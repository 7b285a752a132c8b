"""Words in a form: what cannot be kept is said in plain words, and nothing is cut off."""

from django import forms
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.translation import ngettext_lazy

from accounts.ground.writable import writable_text

TOO_LONG = ngettext_lazy(
    "Use %(limit_value)d letter or fewer. There are %(show_value)d now.",
    "Use %(limit_value)d letters or fewer. There are %(show_value)d now.",
    "limit_value",
)


class Text(forms.CharField):
    """Free text up to `max_length`, on one line or on the widget given."""

    def __init__(self, *, max_length, **kwargs):
        super().__init__(max_length=max_length, **kwargs)
        self.validators = [
            rule
            for rule in self.validators
            if not isinstance(rule, ProhibitNullCharactersValidator)
        ]
        self.validators.append(writable_text)
        self.error_messages["max_length"] = TOO_LONG

    def widget_attrs(self, widget):
        """No maxlength: a browser would cut off what is pasted, in silence."""
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs
