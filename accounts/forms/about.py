"""What is known about a therapy beside its course: consent, and whom to call in a crisis."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.ground.words_field import Text
from accounts.ground.writable import writable_text
from config.widgets import Day, RadioChips, Words

AGES = [("no", _("No")), ("yes", _("Yes"))]


def within(when, earliest, *, years):
    """`when`, unless it is a slip of the keyboard; None stays None."""
    if when is None:
        return None
    if when < earliest:
        raise forms.ValidationError(_("Choose a day to come."), code="past")
    if when > earliest + timedelta(days=366 * years):
        raise forms.ValidationError(_("This is very far away. Look at the year."), code="far")
    return when


class ConsentFields(forms.Form):
    """Who has consented for a client under 18, and when it is asked again."""

    use_required_attribute = False

    under_18 = forms.ChoiceField(
        label=_("Are they under 18?"),
        choices=AGES,
        widget=RadioChips,
        error_messages={"required": _("Say if they are under 18.")},
    )
    consented_by = forms.CharField(
        label=_("If under 18: who has consented?"),
        max_length=200,
        required=False,
        validators=[writable_text],
    )
    ask_consent_again_on = forms.DateField(
        label=_("If under 18: when is consent asked again?"),
        widget=Day,
        required=False,
        error_messages={"invalid": _("Write the day as in 2027-06-30: year, month, day.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["consented_by"].widget.attrs["autocomplete"] = "off"
        # Their labels say of whom it is asked; for those it is not optional.
        for name in ("consented_by", "ask_consent_again_on"):
            self.fields[name].asked_if = "under_18"

    def clean(self):
        said = self.cleaned_data
        if said.get("under_18") == "yes":
            if "consented_by" in said and not said["consented_by"]:
                self.add_error("consented_by", _("Write who has consented."))
            # A day that was refused has its own words already.
            if "ask_consent_again_on" in said and not said["ask_consent_again_on"]:
                self.add_error("ask_consent_again_on", _("Choose when consent is asked again."))
        return said

    def clean_ask_consent_again_on(self):
        return within(self.cleaned_data["ask_consent_again_on"], timezone.localdate(), years=20)

    @property
    def consent(self):
        """The facts as the therapy keeps them: nothing where the client is of age."""
        said = self.cleaned_data
        under_18 = said["under_18"] == "yes"
        return {
            "under_18": under_18,
            "consented_by": said["consented_by"] if under_18 else "",
            "ask_consent_again_on": said["ask_consent_again_on"] if under_18 else None,
        }


class ConsentForm(ConsentFields):
    def __init__(self, *args, therapy, **kwargs):
        self.therapy = therapy
        known = {
            "under_18": "yes" if therapy.under_18 else "no",
            "consented_by": therapy.consented_by,
            "ask_consent_again_on": therapy.ask_consent_again_on,
        }
        super().__init__(*args, initial=known, **kwargs)

    def save(self, *, by):
        self.therapy.record_consent(**self.consent, by=by)


class CrisisTextForm(forms.Form):
    """This client's own numbers; empty, the clinic's are shown."""

    use_required_attribute = False

    crisis_text = Text(
        label=_("Whom this client calls in a crisis"),
        help_text=_(
            "One line for each. It is shown in place of the clinic’s. Empty: the clinic’s."
        ),
        max_length=2000,
        required=False,
        widget=Words({"rows": 5}),
    )
    checked = forms.BooleanField(label=_("I have checked these numbers today"), required=False)

    def __init__(self, *args, therapy, **kwargs):
        self.therapy = therapy
        super().__init__(*args, initial={"crisis_text": therapy.own_crisis_text}, **kwargs)

    def clean(self):
        if self.cleaned_data.get("crisis_text") and not self.cleaned_data.get("checked"):
            self.add_error("checked", _("Check the numbers, then tick the box."))
        return self.cleaned_data

    def save(self, *, by):
        self.therapy.set_crisis_text(self.cleaned_data["crisis_text"], by=by)
