"""A worksheet on paper, entered by the therapist: which day, how it went, and its answers."""

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from config.widgets import RadioChips
from homework.forms.paper import device_id, enter
from homework.forms.practice import CHOOSE_STATE
from homework.forms.questions import AnswersForm, as_fields
from homework.models import PracticeEntry


class PaperSheetForm(AnswersForm):
    """Entered again for the same day it corrects what was entered before."""

    day = forms.TypedChoiceField(label=_("Which day?"))
    state = forms.ChoiceField(
        label=_("How did it go?"),
        choices=PracticeEntry.State.choices,
        widget=RadioChips,
        error_messages={"required": CHOOSE_STATE, "invalid_choice": CHOOSE_STATE},
    )

    def __init__(self, data=None, *, homework, days, day=None, by):
        self.by, self.days = by, {each.isoformat(): each for each in days}
        chosen = self.days.get(day) or days[-1]
        entered = homework.entries.filter(device_id=device_id(homework, chosen))
        entry = entered.filter(private=False, withdrawn_at=None).first()
        answers = entry.answers if entry else {}
        before = {"state": entry and entry.state} | as_fields(homework.prompts, answers)
        super().__init__(data, homework=homework, initial={"day": chosen.isoformat(), **before})
        self.fields["day"].choices = [(k, date_format(v, "DAY")) for k, v in self.days.items()]
        self.order_fields(["day", "state"])

    def save(self):
        if not self.is_valid():
            return False
        said, words = self.cleaned_data, self.words()
        enter(self.homework, self.days[said["day"]], said["state"], by=self.by, **words)
        return True
