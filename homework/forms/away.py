"""A therapist's own absence."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Away, Clinic, User
from config.widgets import Day

LONGEST = timedelta(days=400)
FURTHEST = timedelta(days=730)
CHOOSE_DAY = {
    "required": _("Choose a day."),
    "invalid": _("Write the day as it is in the calendar, such as 24/11/2026."),
}


class AwayForm(forms.Form):
    """From the first day away to the day back, and who stands in meanwhile."""

    clinic = forms.ModelChoiceField(Clinic.objects.none(), label=_("Clinic"), empty_label=None)
    starts_on = forms.DateField(label=_("First day away"), widget=Day, error_messages=CHOOSE_DAY)
    back_on = forms.DateField(label=_("Back on"), widget=Day, error_messages=CHOOSE_DAY)
    covered_by = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Who stands in"),
        required=False,
        empty_label=_("Nobody"),
        help_text=_(
            "They see goals, the plan and the last four weeks of each of your clients. They may"
            " write, for these days only. Your clients see it."
        ),
        error_messages={"invalid_choice": _("Choose a therapist from the list.")},
    )

    def __init__(self, *args, therapist, **kwargs):
        super().__init__(*args, **kwargs)
        self.therapist = therapist
        clinics = Clinic.objects.of_therapist(therapist)
        self.fields["clinic"].queryset = clinics
        self.only_clinic = clinics.get() if clinics.count() == 1 else None
        if self.only_clinic:
            del self.fields["clinic"]
        colleagues = User.objects.filter(
            memberships__clinic__in=clinics,
            memberships__is_therapist=True,
            memberships__ended_at=None,
        )
        self.fields["covered_by"].queryset = (
            colleagues.exclude(pk=therapist.pk).distinct().order_by("name")
        )

    @property
    def chosen_clinic(self):
        return self.only_clinic or self.cleaned_data["clinic"]

    def clean_starts_on(self):
        day = self.cleaned_data["starts_on"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("Choose today or a later day."))
        if day - timezone.localdate() > FURTHEST:
            raise forms.ValidationError(_("Choose a day within two years."))
        return day

    def clean(self):
        # One press after the other: the second finds what the first has announced.
        User.objects.select_for_update().only("pk").get(pk=self.therapist.pk)
        said = super().clean()
        starts_on, back_on = said.get("starts_on"), said.get("back_on")
        if starts_on and back_on:
            self.check_days(starts_on, back_on)
        if said.get("covered_by") and not self.errors:
            self.check_colleague(said["covered_by"])
        return said

    def check_days(self, starts_on, back_on):
        if back_on <= starts_on:
            self.add_error("back_on", _("Choose a day after the first day away."))
        elif back_on - starts_on > LONGEST:
            self.add_error("back_on", _("Choose a day within thirteen months."))
        elif not self.same() and self.others(starts_on, back_on).exists():
            self.add_error("starts_on", _("You are away on some of these days already."))

    def check_colleague(self, colleague):
        if not Clinic.objects.of_therapist(colleague).filter(pk=self.chosen_clinic.pk).exists():
            self.add_error("covered_by", _("Choose a therapist of this clinic."))

    def others(self, starts_on, back_on):
        return self.therapist.absences.overlapping(starts_on, back_on)

    def same(self):
        """The same absence, announced by an earlier press of the button."""
        words = ("starts_on", "back_on", "covered_by")
        same = {name: self.cleaned_data.get(name) for name in words}
        return self.therapist.absences.filter(cancelled_at=None, **same).first()

    def announce(self):
        """Write it down with its covers; pressed twice it is there once."""
        words = {name: self.cleaned_data[name] for name in ("starts_on", "back_on", "covered_by")}
        return self.same() or Away.announce(
            therapist=self.therapist, clinic=self.chosen_clinic, **words
        )
