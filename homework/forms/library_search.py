"""Finding an exercise: by typing, on three shelves."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.ground.words_field import Text
from homework.models import Exercise

SHELVES = [
    ("own", _("My own")),
    ("clinic", _("The clinic's")),
    ("built_in", _("Built in")),
]


class LibrarySearch(forms.Form):
    q = Text(
        label=_("Find an exercise"),
        max_length=60,
        required=False,
        widget=forms.TextInput({"type": "search", "autocomplete": "off"}),
    )

    def found(self, user):
        offered = Exercise.objects.offered_to(user).select_related("clinic")
        words = self.cleaned_data["q"] if self.is_valid() else ""
        found = offered.matching(words) if words else offered
        return found.read_in(get_language())

    def shelves(self, user):
        """One's own first, then the clinic's, then what came with Midweek; empty ones left out."""
        found = self.found(user)
        shelves = [
            {"key": key, "title": title, "exercises": [e for e in found if e.whose == key]}
            for key, title in SHELVES
        ]
        return [shelf for shelf in shelves if shelf["exercises"]]
