"""All that can be said about a practice, shared by the log and by corrections."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.ground.words_field import Text
from config.widgets import OwnWords, Paper
from homework.forms.details import KEEP, KEEP_HINT, difficulty, helped, obstacle
from homework.forms.questions import AnswersForm
from homework.habits import Habits
from homework.readers import tell_readers
from homework.worksheet.kinds import rating

PLAIN = (
    "smallest",
    "where",
    "with_whom",
    "difficulty",
    "helped",
    "before",
    "after",
    "obstacle",
    "obstacle_words",
    "note",
)
WRITTEN = ("where", "with_whom", "obstacle_words", "note")


class WordsForm(AnswersForm):
    """Context, ratings, worksheet, what got in the way, and a note; nothing is required."""

    smallest = forms.BooleanField(
        label=_("It was the smallest version"), help_text=_("It counts as done."), required=False
    )
    where = Text(label=_("Where were you?"), max_length=100, widget=OwnWords, required=False)
    with_whom = Text(label=_("Who was with you?"), max_length=100, widget=OwnWords, required=False)
    difficulty = difficulty()
    helped = helped()
    obstacle = obstacle()
    obstacle_words = Text(label=_("Or in your own words"), max_length=300, required=False)
    note = Text(label=_("What happened?"), max_length=4000, widget=Paper, required=False)

    def __init__(self, *args, readers=None, private=False, **kwargs):
        super().__init__(*args, readers=readers, private=private, **kwargs)
        self.offer(Habits(self.homework.therapy_id))
        if not self.homework.smallest:
            del self.fields["smallest"]
        self.fields |= self.ratings
        for name in WRITTEN:
            tell_readers(self.fields[name], readers, private=private)

    def offer(self, habits):
        """What this client usually says comes first, to be chosen in one press."""
        self.fields["obstacle"].choices = [("", ""), *habits.obstacles]
        self.fields["where"].widget.offered = habits.places
        self.fields["with_whom"].widget.offered = habits.people

    @cached_property
    def ratings(self):
        label = self.homework.rating_label
        if not label:
            return {}
        words = {"label": label.rstrip("?")}
        return {
            "before": rating(_("%(label)s: before, 0 to 10") % words),
            "after": rating(_("%(label)s: after, 0 to 10") % words),
        }

    def words(self):
        said = self.cleaned_data
        words = {name: said[name] for name in PLAIN if name in said}
        if said.get("state") == "done":
            words |= {"obstacle": "", "obstacle_words": ""}
        return super().words() | words


def private_field():
    return forms.BooleanField(label=KEEP, help_text=KEEP_HINT, required=False)
