from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from config.widgets import CheckChips, Day, RadioChips, Time
from homework.models.targeted import WEEKDAYS
from reminders.channels import CHANNELS
from reminders.kinds import chosen_by
from reminders.models import Recipient
from reminders.models.recipient import OFF

WAYS = {"email": _("By e-mail"), "push": _("On my phone")}
A_DAY = [(1, "1"), (2, "2"), (3, "3")]

# What only those have who practise.
OF_CLIENTS = ("at", "weekdays", "a_day", "quiet_from", "quiet_until", "wording")


def ways():
    return [(name, WAYS[name]) for name in CHANNELS if name in WAYS] + [(OFF, _("Off"))]


def a_day_field(label):
    return forms.TypedChoiceField(
        label=label,
        help_text=_("What is due together comes as one message. More than that is left out."),
        choices=A_DAY,
        coerce=int,
        widget=RadioChips,
    )


class WithPlanForm(forms.Form):
    """How many messages a day are agreed with a plan; homework's form hears the answer."""

    messages_a_day = a_day_field(_("Messages a day, at most"))


class RemindersForm(forms.Form):
    """A person's own word on reminders, for every clinic they are with."""

    use_required_attribute = False
    is_on = forms.BooleanField(label=_("Remind me"), required=False)
    at = forms.TimeField(
        label=_("At a time of my own"),
        help_text=_("Left empty, they come at the times you agreed."),
        required=False,
        widget=Time,
    )
    weekdays = forms.TypedMultipleChoiceField(
        label=_("On these days"),
        choices=WEEKDAYS,
        coerce=int,
        widget=CheckChips,
        error_messages={"required": _("Choose at least one day, or switch reminders off above.")},
    )
    a_day = a_day_field(_("At most, a day"))
    quiet_from = forms.TimeField(label=_("Quiet from"), required=False, widget=Time)
    quiet_until = forms.TimeField(label=_("Quiet until"), required=False, widget=Time)
    paused_until = forms.DateField(
        label=_("Pause until"),
        help_text=_("Reminders start again on this day."),
        required=False,
        widget=Day,
    )
    wording = forms.ChoiceField(
        label=_("What they say"), choices=Recipient.Wording.choices, widget=RadioChips
    )

    def __init__(self, *args, hats, recipient, **kwargs):
        super().__init__(*args, initial=self.as_stands(recipient), **kwargs)
        self.kinds = [kind for hat in ("client", "therapist") if getattr(hats, hat)
                      for kind in chosen_by(hat)]  # fmt: skip
        if not hats.client:
            for name in OF_CLIENTS:
                del self.fields[name]
        for kind in self.kinds:
            self.fields[f"way_{kind.name}"] = forms.ChoiceField(
                label=kind.label,
                choices=ways(),
                widget=RadioChips,
                initial=recipient.channels.get(kind.name, kind.usual),
            )

    @staticmethod
    def as_stands(recipient):
        rules = {name: getattr(recipient, name) for name in ("is_on", *OF_CLIENTS)}
        days = [n for n in range(7) if recipient.weekdays >> n & 1]
        return rules | {"weekdays": days, "paused_until": recipient.pause}

    def clean_paused_until(self):
        day = self.cleaned_data["paused_until"]
        today = timezone.localdate()
        if day and not today <= day <= today + timedelta(days=366):
            raise forms.ValidationError(_("Choose a day from today on, within a year."))
        return day

    def clean(self):
        said = super().clean()
        begin, end = said.get("quiet_from"), said.get("quiet_until")
        if self.errors.keys() & {"quiet_from", "quiet_until"}:
            return said
        if (begin is None) != (end is None):
            self.add_error("quiet_until", _("Give both times, or leave both empty."))
        elif begin is not None and begin == end:
            self.add_error("quiet_until", _("Give two different times."))
        return said

    def ways_group(self):
        return [self[f"way_{kind.name}"] for kind in self.kinds]

    def save(self, recipients, by):
        said = self.cleaned_data
        rules = {name: said[name] for name in ("is_on", "paused_until")}
        rules["channels"] = {kind.name: said[f"way_{kind.name}"] for kind in self.kinds}
        if "weekdays" in self.fields:
            rules |= {name: said[name] for name in OF_CLIENTS}
            rules["weekdays"] = sum(1 << day for day in said["weekdays"])
        for recipient in recipients:
            recipient.choose(by=by, **rules)
