"""The client's yes to a plan, how sure they are of each homework, and their wish for a change."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from accounts.ground.words_field import Text
from accounts.models import Draft
from config.scales import ScaleField
from config.widgets import Paper
from homework.readers import tell_readers

CHANGED = _("The plan has changed since you opened it. Read it once more; nothing is agreed yet.")
EMPTY = _("Write what you would like to be different.")
# The short walk of a new homework, with the fields of each part.
PARTS: dict[str, tuple[str, ...]] = {
    "said": (),
    "hindered": ("obstacle", "then"),
    "sure": ("sure",),
}
# What is offered where somebody is less than sure. Each becomes a wish in plain words.
OFFERS = {
    "smaller": _("Make it smaller: %(title)s"),
    "move": _("Another time or place: %(title)s"),
    "drop": _("Leave it out: %(title)s"),
}


class AgreeForm(forms.Form):
    """Agreeing needs nothing but the press; `edition` tells which wording was read."""

    edition = forms.IntegerField(
        widget=forms.HiddenInput, error_messages={"required": CHANGED, "invalid": CHANGED}
    )
    # Shown by the room of reminders, where there are any (sections, "agree").
    messages_a_day = forms.IntegerField(min_value=1, max_value=3, required=False)

    def __init__(self, *args, plan, homework, readers=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.plan, self.homework = plan, homework
        self.new = [each for each in homework if each.is_new_wording]
        self.same = [each for each in homework if not each.is_new_wording]
        for each in self.new:
            self.fields |= {f"sure_{each.pk}": sure()} | own_words(each, readers)

    @property
    def parts(self):
        """Each new homework in turn: said back, what might get in the way, how sure."""
        for each in self.new:
            for kind in PARTS:
                yield {"kind": kind, "homework": each, "fields": self.fields_of(each, kind)}

    def fields_of(self, homework, kind):
        return [self[f"{name}_{homework.pk}"] for name in PARTS[kind]]

    def clean_edition(self):
        if self.cleaned_data["edition"] != self.plan.edition:
            raise ValidationError(CHANGED, code="changed")
        return self.cleaned_data["edition"]

    def save(self, *, by):
        for each in self.new:
            each.reword(**self.said_of(each))
        self.plan.agree(by=by, messages_a_day=self.cleaned_data["messages_a_day"])
        Draft.objects.forget(by, "agree", self.plan.pk, self.data.get("begun", ""))

    def said_of(self, homework):
        """What was left alone stays as it was written."""
        said = {
            "confidence": self.cleaned_data[f"sure_{homework.pk}"],
            "obstacle": self.cleaned_data[f"obstacle_{homework.pk}"],
            "obstacle_plan": self.cleaned_data[f"then_{homework.pk}"],
        }
        return {name: value for name, value in said.items() if value not in (None, "")}


def own_words(homework, readers):
    """What might get in the way and what then, as the client would say it."""
    obstacle = Text(label=_("What might get in the way?"), max_length=300, required=False)
    then = Text(label=_("What will you do then?"), max_length=300, required=False)
    for field in (obstacle, then):
        tell_readers(field, readers)
    return {f"obstacle_{homework.pk}": obstacle, f"then_{homework.pk}": then}


def sure():
    return ScaleField(
        label=_("How sure are you that you will do it?"),
        top=100,
        step=10,
        low=_("0 %: not at all"),
        high=_("100 %: certain"),
        required=False,
        error_messages={"invalid_choice": _("Choose a number from 0 to 100.")},
    )


class WishForm(forms.Form):
    """Ask for a change: one of the offers for one homework, or own words."""

    text = Text(
        label=_("What would you like to be different?"),
        max_length=1000,
        widget=Paper,
        error_messages={"required": EMPTY},
    )

    def __init__(self, *args, plan, homework, readers=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.plan, self.homework = plan, {str(each.pk): each for each in homework}
        tell_readers(self.fields["text"], readers)
        self.fields["text"].required = not self.offered()

    def offered(self):
        """ "smaller:<homework>" as the wish it stands for; empty when nothing like it."""
        name, _colon, pk = self.data.get("change", "").partition(":")
        if name not in OFFERS or pk not in self.homework:
            return ""
        return translated(str(OFFERS[name])) % {"title": self.homework[pk].title}

    def save(self, *, by):
        """Ask; the same wish pressed twice is asked once."""
        text = self.offered() or self.cleaned_data["text"]
        waiting = self.plan.change_requests.filter(answered_at=None)
        if text not in [request.text for request in waiting]:
            self.plan.ask_for_change(text, by=by)
        Draft.objects.forget(by, "plan", self.plan.pk, self.data.get("begun", ""))
