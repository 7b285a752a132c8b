"""The time zone: filled in by the device, or chosen from a list when the device is odd."""

import zoneinfo

from django import forms
from django.utils.translation import gettext_lazy as _

WITHOUT_CITY = ("Etc/", "posix/", "right/", "SystemV/")


def zones():
    """(name, words) of every zone with a city in it, in order."""
    names = sorted(name for name in zoneinfo.available_timezones() if "/" in name)
    cities = [name for name in names if not name.startswith(WITHOUT_CITY)]
    return [(name, name.replace("_", " ")) for name in [*cities, "UTC"]]


class ZoneField(forms.ChoiceField):
    """Hidden while its answer is fine. The page wraps it in <device-zone>."""

    def __init__(self, **kwargs):
        super().__init__(
            choices=zones,
            required=False,
            label=_("Time zone"),
            widget=forms.HiddenInput,
            error_messages={"invalid_choice": _("Choose your time zone from the list.")},
            **kwargs,
        )

    def valid_value(self, value):
        return value in zoneinfo.available_timezones()

    @staticmethod
    def show_if_wrong(form, name="zone"):
        """A person can mend only what they can see."""
        field = form.fields[name]
        given = form.data.get(form.add_prefix(name), "")
        if form.is_bound and given and not field.valid_value(given):
            field.widget = forms.Select(choices=zones())
