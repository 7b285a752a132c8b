"""What an admin decides about a therapy: who leads it, who stands in, and that it is over."""

from datetime import datetime, time, timedelta

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.forms.clinic import colleagues
from accounts.ground.writable import writable_text
from accounts.models import Cover
from config.widgets import Day, RadioChips, Words

LONGEST_COVER = 366


class AboutTherapy(forms.Form):
    use_required_attribute = False

    therapist = forms.ModelChoiceField(
        get_user_model().objects.none(),
        label=_("Therapist"),
        empty_label=_("Choose"),
        error_messages={"required": _("Choose a therapist.")},
    )

    def __init__(self, *args, therapy, **kwargs):
        super().__init__(*args, **kwargs)
        self.therapy = therapy
        self.fields["therapist"].queryset = colleagues(therapy.clinic, but=therapy.lead)

    def clean_therapist(self):
        therapist = self.cleaned_data["therapist"]
        if not self.therapy.can_be_led_by(therapist):
            raise ValidationError(_("They cannot: they are this client, or have them already."))
        return therapist


class HandOverForm(AboutTherapy):
    note = forms.CharField(
        label=_("A note for the hand-over"),
        help_text=_("The new therapist reads it. Nothing that belongs in clinical notes."),
        max_length=2000,
        required=False,
        validators=[writable_text],
        widget=Words,
    )

    def save(self, *, by):
        said = self.cleaned_data
        self.therapy.hand_over(to=said["therapist"], note=said["note"], by=by)


class CoverForm(AboutTherapy):
    kind = forms.ChoiceField(
        label=_("What for?"),
        choices=Cover.Kind,
        widget=RadioChips,
        error_messages={"required": _("Choose what for.")},
    )
    until = forms.DateField(
        label=_("Last day"),
        widget=Day,
        error_messages={"required": _("Choose the last day."), "invalid": _("Choose a day.")},
    )
    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("A few words. The client may read it."),
        max_length=500,
        required=False,
        validators=[writable_text],
    )

    def clean_until(self):
        until, today = self.cleaned_data["until"], timezone.localdate()
        if not today <= until <= today + timedelta(days=LONGEST_COVER):
            raise ValidationError(_("Choose a day within the next year."))
        return until

    def save(self, *, by):
        said = self.cleaned_data
        night = datetime.combine(said["until"] + timedelta(days=1), time(0))
        Cover.grant(
            therapy=self.therapy,
            therapist=said["therapist"],
            kind=said["kind"],
            ends_at=night.replace(tzinfo=self.therapy.clinic.zone),
            reason=said["reason"],
            by=by,
        )


class EndTherapyForm(forms.Form):
    """An admin ends a therapy without the page that is made together."""

    use_required_attribute = False

    sure = forms.BooleanField(
        label=_("It is over. The client keeps reading, the therapist reads only."),
        error_messages={"required": _("Tick the box to end it.")},
    )

    def __init__(self, *args, therapy, **kwargs):
        super().__init__(*args, **kwargs)
        self.therapy = therapy

    def save(self, *, by):
        self.therapy.end(by=by)
