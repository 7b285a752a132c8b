"""Booking and moving the hour, in the clinic's time; and what was understood in it."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from config.widgets import Day, Time, Words
from homework.forms.written import written
from homework.models import Insight, TherapySession
from homework.wall_clock import instant

WEEK = timedelta(weeks=1)
BACK, AHEAD = timedelta(days=3660), timedelta(days=1100)
SHORT = {"class": "input--short", "inputmode": "numeric"}


class WhenForm(forms.Form):
    """A day, a time and a length; cleans to the instants meant."""

    day = forms.DateField(label=_("Day"), widget=Day())
    time = forms.TimeField(label=_("Time"), widget=Time())
    minutes = forms.IntegerField(
        label=_("Minutes"), min_value=10, max_value=240, widget=forms.NumberInput(SHORT)
    )

    def __init__(self, *args, therapy, by, **kwargs):
        self.therapy, self.by = therapy, by
        self.zone = therapy.clinic.zone
        super().__init__(*args, **kwargs)

    def clean_day(self):
        day, today = self.cleaned_data["day"], timezone.localdate()
        if not today - BACK <= day <= today + AHEAD:
            raise forms.ValidationError(_("Choose a day within the next three years."))
        return day

    def clean(self):
        if not self.errors:
            self.starts = [self.start(day) for day in self.days]

    @property
    def days(self):
        return [self.cleaned_data["day"]]

    def start(self, day):
        moment = instant(day, self.cleaned_data["time"], self.zone)
        if moment is None and "time" not in self.errors:
            words = gettext("On %(day)s the clocks skip this time. Choose another.")
            self.add_error("time", words % {"day": date_format(day, "DAY")})
        return moment


class BookForm(WhenForm):
    weeks = forms.IntegerField(
        label=_("How many weeks in a row"),
        min_value=1,
        max_value=26,
        required=False,
        widget=forms.NumberInput(SHORT),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, initial={"minutes": 50, "weeks": 1}, **kwargs)

    @property
    def days(self):
        weeks = self.cleaned_data.get("weeks") or 1
        return [self.cleaned_data["day"] + WEEK * week for week in range(weeks)]

    def save(self):
        """Book each hour that is not booked yet; returns how many the press asked for."""
        if not self.is_valid():
            return 0
        self.therapy.lock()
        standing = self.therapy.sessions.standing().filter(starts_at__in=self.starts)
        booked = set(standing.values_list("starts_at", flat=True))
        for starts_at in self.starts:
            if starts_at not in booked:
                minutes = self.cleaned_data["minutes"]
                TherapySession.book(self.therapy, starts_at=starts_at, minutes=minutes, by=self.by)
        return len(self.starts)


class MoveForm(WhenForm):
    def __init__(self, *args, session, **kwargs):
        self.session = session
        super().__init__(*args, **kwargs)
        local = session.starts_at.astimezone(self.zone)
        self.initial = {"day": local.date(), "time": local.time(), "minutes": session.minutes}

    def clean(self):
        super().clean()
        if self.session.state not in ("planned", "held"):
            self.add_error(None, _("This session did not take place. Book another one."))

    def save(self):
        if not self.is_valid():
            return False
        self.session.move(to=self.starts[0], minutes=self.cleaned_data["minutes"], by=self.by)
        return True


class InsightForm(forms.Form):
    text = written(
        Insight,
        "text",
        label=_("What was understood, in a sentence"),
        widget=Words(),
        error_messages={"required": _("Write the sentence.")},
    )

    def save(self, session, *, by):
        return session.write_insight(self.cleaned_data["text"], by=by) if self.is_valid() else None
