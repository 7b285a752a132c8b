"""A therapist's few words on an entry between sessions. Not a chat: one each."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.ground.words_field import Text
from config.widgets import Words
from homework.models import EntryFeedback


class FeedbackForm(forms.Form):
    text = Text(
        label=_("A few words in answer"),
        max_length=1000,
        widget=Words({"rows": 3}),
        error_messages={"required": _("Write a few words.")},
    )

    def __init__(self, data=None, *, entry):
        self.entry = entry
        self.given = getattr(entry, "feedback", None)
        super().__init__(data, initial={"text": self.given.text if self.given else ""})

    def give(self, *, by):
        """Once an entry; the same words again change nothing."""
        text = self.cleaned_data["text"]
        if self.given is None or self.given.text != text:
            EntryFeedback.give(self.entry, text, by=by)
