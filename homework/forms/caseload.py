"""What somebody asks of their caseload: a name, a filter, the next page."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.ground.words_field import Text
from homework.caseload import Caseload


class CaseloadForm(forms.Form):
    """Names are sent, never written into the address: addresses end up in logs."""

    name = Text(
        label=_("Find a client"),
        max_length=120,
        required=False,
        widget=forms.TextInput({"type": "search", "autocomplete": "off"}),
    )
    show = forms.CharField(required=False)
    after = forms.CharField(required=False)

    def clean_after(self):
        """The key of a line; one that is none begins at the first page."""
        group, _dot, rest = self.cleaned_data["after"].partition(".")
        rank, _dot, pk = rest.partition(".")
        try:
            return int(group), int(rank), uuid.UUID(pk)
        except ValueError:
            return None

    def caseload(self, user):
        self.is_valid()
        return Caseload(user, **{"name": "", **self.cleaned_data})
