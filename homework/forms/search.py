"""Looking for one's own words."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.ground.words_field import Text
from homework.search import Search, fold


class SearchForm(forms.Form):
    words = Text(
        label=_("Look for a word"),
        max_length=100,
        widget=forms.TextInput({"type": "search", "autocomplete": "off", "enterkeyhint": "search"}),
        error_messages={"required": _("Write a word to look for.")},
    )
    before = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def clean_words(self):
        """A lone accent folds to nothing, and nothing stands in every text."""
        if not fold(self.cleaned_data["words"]).split():
            raise ValidationError(self.fields["words"].error_messages["required"], code="required")
        return self.cleaned_data["words"]

    def search(self, user):
        return Search(user, self.cleaned_data["words"], before=self.cleaned_data["before"])
