"""One press: Done, Partly or Not today, with the phone's own time and zone."""

import uuid
from contextlib import suppress
from datetime import timedelta
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from accounts.ground.words_field import Text
from accounts.models import Draft
from homework.models import Assignment, PracticeEntry
from homework.models.practice_entry import CLOCK_SLACK
from homework.practice_day import noon, practice_date

LONGEST_AGO = timedelta(days=3660)
OUT_OF_DATE = _("This page is out of date. Open Today again and press once more.")
CHOOSE_STATE = _("Choose Done, Partly or Not today.")
UP_TO_TODAY = _("Choose a day up to today.")
UNREADABLE_TIME = _("The time of this phone cannot be read. Check its clock.")
NOT_A_DAY = _("Write the day as a date, such as 24/11/2026.")


def zone_named(name):
    """The zone of a device, or a refusal: a wrong zone would move the practice to another day."""
    try:
        return ZoneInfo(name)
    except (ValueError, LookupError, OSError):
        raise ValidationError(
            _("The time zone of this phone is not known. Check its date and time settings."),
            code="zone",
        ) from None


class HomeworkForm(forms.Form):
    """What is said about one homework."""

    def __init__(self, *args, homework, **kwargs):
        super().__init__(*args, **kwargs)
        self.homework = homework


class PressForm(HomeworkForm):
    """All a press sends. Without a script the server's clock and the profile's zone stand in."""

    state = forms.ChoiceField(
        choices=PracticeEntry.State,
        error_messages={"required": CHOOSE_STATE, "invalid_choice": CHOOSE_STATE},
    )
    device_id = forms.UUIDField(
        required=False, widget=forms.HiddenInput, error_messages={"invalid": OUT_OF_DATE}
    )
    done_at = forms.DateTimeField(
        required=False,
        widget=forms.HiddenInput,
        error_messages={"invalid": UNREADABLE_TIME},
    )
    # The phone's time once more, as it sends: its clock may be wrong, its stopwatch is not.
    sent_at = forms.DateTimeField(
        required=False, widget=forms.HiddenInput, error_messages={"invalid": UNREADABLE_TIME}
    )
    zone = Text(max_length=100, required=False, widget=forms.HiddenInput)
    day = forms.DateField(
        required=False, widget=forms.HiddenInput, error_messages={"invalid": NOT_A_DAY}
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        for name in ("device_id", "done_at", "sent_at", "zone"):
            self.fields[name].widget.attrs["autocomplete"] = "off"

    def clean_zone(self):
        return zone_named(self.cleaned_data["zone"] or self.user.time_zone)

    def clean_done_at(self):
        return self.cleaned_data["done_at"] or timezone.now()

    def clean(self):
        if not self.errors:
            self.set_right()
        if not self.errors:
            self.place_in_time()
        if "done_at" in self.errors:
            self.forget_moment()
        return self.cleaned_data

    def forget_moment(self):
        """The form that goes back tells of the same moment, but not of one that cannot be."""
        self.data = self.data.copy()
        self.data["done_at"] = ""

    def set_right(self):
        """By as much as the phone's clock is off now, where that is more than a little."""
        said, now = self.cleaned_data, timezone.now()
        off = now - said["sent_at"] if said.get("sent_at") else timedelta()
        if abs(off) > CLOCK_SLACK and abs(off) < LONGEST_AGO:
            # Beyond the calendar it is refused as it stands.
            with suppress(OverflowError):
                said["done_at"] += off
        if not now - LONGEST_AGO < said["done_at"] <= now + CLOCK_SLACK:
            wrong = _("The clock of this phone is far from the right time. Check its settings.")
            self.add_error("done_at", ValidationError(wrong, code="clock"))

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
