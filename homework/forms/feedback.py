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

    suggestion = Text(
        label=_("A change to the homework that you suggest"),
        help_text=_("You decide together when you meet."),
        max_length=300,
        required=False,
    )

    def __init__(self, data=None, *, entry):
        self.entry = entry
        self.given = getattr(entry, "feedback", None)
        super().__init__(data, initial=self.said)

    @property
    def said(self):
        """What was answered before."""
        given = self.given
        return {"text": given.text, "suggestion": given.suggestion} if given else {}

    def give(self, *, by):
        """Once an entry; the same words again change nothing."""
        if self.said != self.cleaned_data:
            EntryFeedback.give(self.entry, **self.cleaned_data, by=by)
