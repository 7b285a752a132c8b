"""A measure filled in by hand, entered by whoever leads the therapy or stands in."""

import uuid
from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from config.widgets import Day
from homework.forms.measure import FilledInForm
from homework.forms.practice import NOT_A_DAY
from homework.models import MeasureResult
from homework.practice_day import noon, practice_today

STALE = _("This page is out of date. Look at it, then save again.")
# Further back it is a slip in the year.
LONGEST_AGO = timedelta(days=366)
# Pressed once more on a page that was saved before: nothing new may pass for saved.
CHANGED = _("Saved before with other answers or another day. Take that back, then save again.")
TAKEN_BACK = _("Saved before and taken back. Save again to enter it anew.")


class PaperMeasureForm(FilledInForm):
    """The day of the sheet and its answers, in the language in which it was printed."""

    use_required_attribute = False

    # Made with the page: sent twice, it is one answer.
    device_id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    day = forms.DateField(
        label=_("Which day?"),
        widget=Day,
        error_messages={"required": NOT_A_DAY, "invalid": NOT_A_DAY},
    )

    def __init__(self, *args, given, by, **kwargs):
        self.therapy, self.by = given.therapy, by
        self.today = practice_today(self.therapy.zone)
        kwargs["initial"] = {"device_id": uuid.uuid4()}
        super().__init__(*args, given=given, **kwargs)

    @property
    def language(self):
        return self.asks.language_for(self.therapy.language)

    def clean_day(self):
        """Until four in the morning, the day of the calendar is still the practice day before."""
        day = self.cleaned_data["day"]
        if day == timezone.localdate(timezone=self.therapy.zone):
            return self.today
        if day > self.today:
            raise ValidationError(_("Choose today or a day before."), code="ahead")
        if day < self.today - LONGEST_AGO:
            raise ValidationError(_("Choose a day of the last twelve months."), code="past")
        return day

    def send(self):
        """The result; None, with the reason in the form, when another was saved with its id."""
        said, zone = self.cleaned_data, self.therapy.zone
        day = said["day"]
        result, _created = MeasureResult.send(
            self.given,
            answers=self.answers,
            language=self.language,
            device_id=said["device_id"] or uuid.uuid4(),
            done_at=timezone.now() if day == self.today else noon(day, zone),
            zone=zone,
            by=self.by,
        )
        if reason := self.why_not(result):
            self.add_error(None, reason)
            self.data = self.data.copy()
            self.data["device_id"] = str(uuid.uuid4())
            return None
        return result

    def why_not(self, result):
        """Why what stands under this id is not what was sent now; "" where it is."""
        if result.given_id != self.given.pk:
            return STALE
        if result.withdrawn_at:
            return TAKEN_BACK
        sent = (self.answers, self.cleaned_data["day"])
        return CHANGED if (result.answers, result.practice_date) != sent else ""
