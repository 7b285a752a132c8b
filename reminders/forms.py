from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from config.widgets import Day


class RemindersForm(forms.Form):
    """The client's own word on reminders, for every clinic they are with."""

    use_required_attribute = False
    is_on = forms.BooleanField(label=_("Remind me"), required=False)
    paused_until = forms.DateField(
        label=_("Pause until"),
        help_text=_("Reminders start again on this day."),
        required=False,
        widget=Day,
    )

    def clean_paused_until(self):
        day = self.cleaned_data["paused_until"]
        if day and day > timezone.localdate() + timedelta(days=366):
            raise forms.ValidationError(_("Choose a day within a year."))
        return day

    def save(self, recipients, by):
        for recipient in recipients:
            recipient.choose(
                is_on=self.cleaned_data["is_on"],
                paused_until=self.cleaned_data["paused_until"],
                by=by,
            )
