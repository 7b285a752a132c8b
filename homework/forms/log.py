"""One practice written down in full, today's or an earlier day's."""

from datetime import date, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from config.widgets import Day, RadioChips
from homework.forms.practice import NOT_A_DAY
from homework.forms.said import SaidForm
from homework.forms.words import WordsForm
from homework.models import PracticeEntry
from homework.practice_day import practice_today

OTHER = "other"
DAYS_OFFERED = 4


class LogForm(WordsForm, SaidForm):
    """A press with all that can be said beside it. Left alone, the day is today."""

    draft = "log"

    which = forms.CharField(
        label=_("Which day?"),
        help_text=_("Today, unless you choose another."),
        widget=RadioChips,
        required=False,
    )
    day = forms.DateField(
        label=_("Another day"), widget=Day, required=False, error_messages={"invalid": NOT_A_DAY}
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["state"].label = _("How did it go?")
        self.fields["state"].widget = RadioChips(choices=PracticeEntry.State.choices)
        self.offer_days()
        self.fields["day"].widget.attrs["class"] = "input--short"

    def offer_days(self):
        """Chips for the last days; a day beyond them is another day."""
        self.fields["which"].widget.choices = offered = self.days_offered()
        if self.initial.get("which") and self.initial["which"] not in dict(offered):
            self.initial["which"] = OTHER

    def days_offered(self):
        """Today and the days before, as far as this plan reaches.

        By their dates: a copy of this page is read on another day, too.
        """
        today = practice_today(self.user.zone)
        days = [today - timedelta(days=back) for back in range(DAYS_OFFERED)]
        offered = [
            (day.isoformat(), date_format(day, "WEEKDAY_DAY"))
            for day in days
            if day >= self.homework.first_day
        ]
        return [*offered, (OTHER, _("Another day"))]

    def clean_which(self):
        which = self.cleaned_data["which"]
        if which in ("", OTHER):
            return which
        try:
            return date.fromisoformat(which)
        except ValueError:
            raise ValidationError(_("Choose a day from the list."), code="day") from None

    def clean(self):
        which = self.cleaned_data.get("which")
        if isinstance(which, date):
            self.cleaned_data["day"] = which
        elif which == OTHER and not self.cleaned_data.get("day") and "day" not in self.errors:
            self.add_error("day", _("Choose the day."))
        return super().clean()
