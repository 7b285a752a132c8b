"""One press: Done, Partly or Not today, with the phone's own time and zone."""

import uuid

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from accounts.models import Draft
from homework.forms.moment import OUT_OF_DATE, MomentForm
from homework.models import Assignment, PracticeEntry
from homework.practice_day import noon, practice_date

CHOOSE_STATE = _("Choose Done, Partly or Not today.")
UP_TO_TODAY = _("Choose a day up to today.")
NOT_A_DAY = _("Write the day as a date, such as 24/11/2026.")


class HomeworkForm(forms.Form):
    """What is said about one homework."""

    def __init__(self, *args, homework, **kwargs):
        super().__init__(*args, **kwargs)
        self.homework = homework


class PressForm(HomeworkForm, MomentForm):
    """All a press sends."""

    state = forms.ChoiceField(
        choices=PracticeEntry.State,
        error_messages={"required": CHOOSE_STATE, "invalid_choice": CHOOSE_STATE},
    )
    day = forms.DateField(
        required=False, widget=forms.HiddenInput, error_messages={"invalid": NOT_A_DAY}
    )

    def place_in_time(self):
        """An earlier day is logged at its noon; today, and a press, at the moment itself."""
        said, zone = self.cleaned_data, self.cleaned_data["zone"]
        today = practice_date(said["done_at"], zone)
        day = said.get("day") or today
        if day > today:
            self.add_error("day", UP_TO_TODAY)
        elif day < self.homework.first_day:
            first = date_format(self.homework.first_day, "DAY")
            self.add_error("day", _("Choose a day from %(day)s on.") % {"day": first})
        elif day < today:
            said["done_at"] = noon(day, zone)

    def log(self):
        """The entry; None, with the reason in the form, when its id was another's."""
        entry, created = PracticeEntry.log(self.homework, by=self.user, **self.facts())
        if entry.assignment_id != self.homework.pk:
            self.add_error(None, OUT_OF_DATE)
            return None
        # A press that leads to another page has no count: that page reads its own.
        if (
            created
            and entry.state != PracticeEntry.State.NOT_TODAY
            and hasattr(self.homework, "practised")
        ):
            self.homework.practised += 1
        if not created:
            self.again(entry)
        return entry

    def forget_draft(self, form):
        """Sent. A draft of it that arrives this moment comes before, or is none (DraftForm)."""
        Assignment.objects.hold(self.homework.pk)
        Draft.objects.forget(self.user, form, self.homework.pk, self.data.get("begun", ""))

    def again(self, entry):
        """The same press once more changes nothing."""

    def facts(self):
        said = self.cleaned_data
        return {
            "state": said["state"],
            "device_id": said["device_id"] or uuid.uuid4(),
            "done_at": said["done_at"],
            "zone": said["zone"],
        }
