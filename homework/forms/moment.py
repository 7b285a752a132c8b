"""When something was done, by the phone's own clock and zone."""

from contextlib import suppress
from datetime import timedelta
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.ground.words_field import Text
from homework.models.practice_entry import CLOCK_SLACK

LONGEST_AGO = timedelta(days=3660)
OUT_OF_DATE = _("This page is out of date. Open Today again and press once more.")
UNREADABLE_TIME = _("The time of this phone cannot be read. Check its clock.")


def zone_named(name):
    """The zone of a device, or a refusal: a wrong zone would move the practice to another day."""
    try:
        return ZoneInfo(name)
    except (ValueError, LookupError, OSError):
        raise ValidationError(
            _("The time zone of this phone is not known. Check its date and time settings."),
            code="zone",
        ) from None


class MomentForm(forms.Form):
    """An id that a device made, and its time. Without a script the server's clock stands in."""

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

    def place_in_time(self):
        """Subclasses say which day it belongs to."""

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
