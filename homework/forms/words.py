"""All that can be said about a practice, shared by the log and by corrections."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.ground.words_field import Text
from config.scales import ScaleField
from config.widgets import OwnWords, Paper, RadioChips
from homework.forms.details import KEEP, KEEP_HINT, difficulty, obstacle
from homework.habits import Habits
from homework.readers import tell_readers

PLAIN = (
    "smallest",
    "where",
    "with_whom",
    "difficulty",
    "before",
    "after",
    "obstacle",
    "obstacle_words",
    "note",
)
WRITTEN = ("where", "with_whom", "obstacle_words", "note")
ANSWER = "answer_"
FROM_0_TO_10 = {"invalid_choice": _("Choose a number from 0 to 10.")}


def rating(label):
    return ScaleField(label=label, top=10, required=False, error_messages=FROM_0_TO_10)


def answer_field(prompt):
    """A worksheet's question; nothing is required."""
    if prompt.get("kind") == "number":
        return rating(prompt["question"])
    if prompt.get("kind") == "yes_no":
        return forms.ChoiceField(
            label=prompt["question"],
            choices=[("", ""), ("yes", _("Yes")), ("no", _("No"))],
            widget=RadioChips,
            required=False,
        )
    return Text(label=prompt["question"], max_length=2000, widget=Paper, required=False)


class WordsForm(forms.Form):
    """Context, ratings, worksheet, what got in the way, and a note; nothing is required."""

    smallest = forms.BooleanField(
        label=_("It was the smallest version"), help_text=_("It counts as done."), required=False
    )
    where = Text(label=_("Where were you?"), max_length=100, widget=OwnWords, required=False)
    with_whom = Text(label=_("Who was with you?"), max_length=100, widget=OwnWords, required=False)
    difficulty = difficulty()
    obstacle = obstacle()
    obstacle_words = Text(label=_("Or in your own words"), max_length=300, required=False)
    note = Text(label=_("What happened?"), max_length=4000, widget=Paper, required=False)

    def __init__(self, *args, homework, readers=None, private=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer(Habits(homework.therapy_id))
        self.homework = homework
        if not homework.smallest:
            del self.fields["smallest"]
        self.fields |= self.ratings | self.questions
        written = [name for name in self.questions if isinstance(self.fields[name], Text)]
        for name in (*WRITTEN, *written):
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

    @cached_property
    def questions(self):
        return {ANSWER + one["key"]: answer_field(one) for one in self.homework.prompts}

    @property
    def question_fields(self):
        return [self[name] for name in self.questions]

    def words(self):
        """The columns of an entry, from what was said."""
        said = self.cleaned_data
        words = {name: said[name] for name in PLAIN if name in said}
        if said.get("state") == "done":
            words |= {"obstacle": "", "obstacle_words": ""}
        answers = {name.removeprefix(ANSWER): said[name] for name in self.questions}
        kept = {key: value for key, value in answers.items() if value not in ("", None)}
        return words | {"answers": kept}


def private_field():
    return forms.BooleanField(label=KEEP, help_text=KEEP_HINT, required=False)
