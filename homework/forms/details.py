"""The second press, where the first was: how hard it was, what got in the way, a few words."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.ground.words_field import Text
from accounts.models import Draft
from config.scales import ScaleField
from config.widgets import Paper, RadioChips
from homework.habits import OFFERED
from homework.models import PracticeEntry
from homework.readers import tell_readers

KEEP = _("Keep these words to myself")
KEEP_HINT = _("Nobody will see this, even if you are in danger.")


def difficulty():
    return ScaleField(
        label=_("How hard was it?"),
        top=4,
        low=_("0: easy"),
        high=_("4: very hard"),
        required=False,
        error_messages={"invalid_choice": _("Choose a number from 0 to 4.")},
    )


def helped():
    return forms.ChoiceField(
        label=_("Did it help?"),
        choices=[("", ""), *PracticeEntry.Helped.choices],
        widget=RadioChips,
        required=False,
        error_messages={"invalid_choice": _("Choose one of these, or none.")},
    )


def obstacle():
    return forms.ChoiceField(
        label=_("What got in the way?"),
        choices=[("", ""), *PracticeEntry.Obstacle.choices],
        widget=RadioChips(few=OFFERED),
        required=False,
        error_messages={"invalid_choice": _("Choose one of these, or none.")},
    )


class DetailsForm(forms.Form):
    """Whatever else there is to say about an entry; everything is optional."""

    difficulty = difficulty()
    helped = helped()
    obstacle = obstacle()
    smallest = forms.BooleanField(
        label=_("It was the smallest version"), help_text=_("It counts as done."), required=False
    )
    note = Text(label=_("What happened?"), max_length=4000, widget=Paper, required=False)
    private = forms.BooleanField(label=KEEP, help_text=KEEP_HINT, required=False)

    def __init__(self, *args, entry, readers=None, habits=None, **kwargs):
        super().__init__(*args, **{"auto_id": f"{entry.pk}_%s", **kwargs})
        self.entry = entry
        tell_readers(self.fields["note"], readers, private=entry.private)
        for name in self.left_out():
            del self.fields[name]
        if habits and "obstacle" in self.fields:
            self.fields["obstacle"].choices = [("", ""), *habits.obstacles]

    def left_out(self):
        """What does not go with the state, and what is settled already."""
        yield "obstacle" if self.entry.is_done else "smallest"
        if self.entry.state == PracticeEntry.State.NOT_TODAY:
            yield from ("difficulty", "helped")
        if self.entry.private:
            yield "private"

    def save(self, *, by):
        """Add to the entry what was said; what was left alone stays as it is."""
        said = {name: value for name, value in self.cleaned_data.items() if value not in (None, "")}
        if said.pop("private", False):
            self.entry.make_private(by=by)
        if not said.get("smallest"):
            said.pop("smallest", None)
        self.entry.add(by=by, **said)
        Draft.objects.forget(by, "entry", self.entry.pk)
        return self.entry
