"""Which file of a copy somebody asks for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from records.models import Copy


class CopyForm(forms.Form):
    kind = forms.ChoiceField(
        choices=Copy.Kind.choices, error_messages={"invalid_choice": _("Choose one of the files.")}
    )
