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

    def __init__(self, *args, plan, homework, **kwargs):
        super().__init__(*args, **kwargs)
        self.plan, self.homework = plan, homework
        for each in homework:
            if each.is_new_wording:
                self.fields[self.sure_name(each)] = sure()

    @staticmethod
    def sure_name(homework):
        return f"sure_{homework.pk}"

    def rows(self):
        """Each homework with its confidence row; what stays as it was has none."""
        for each in self.homework:
            name = self.sure_name(each)
            yield each, self[name] if name in self.fields else None

    def clean_edition(self):
        if self.cleaned_data["edition"] != self.plan.edition:
            raise ValidationError(CHANGED, code="changed")
        return self.cleaned_data["edition"]

    def save(self, *, by):
        for each in self.homework:
            number = self.cleaned_data.get(self.sure_name(each))
            if number is not None and number != each.confidence:
                each.reword(confidence=number)
        self.plan.agree(by=by)


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
        Draft.objects.forget(by, "plan", self.plan.pk)
