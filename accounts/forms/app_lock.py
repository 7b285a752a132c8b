"""The PIN: choosing it, giving it, and taking the lock away."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from accounts.models import AppLock
from config.widgets import RadioChips

IN_A_ROW = ("01234567890", "09876543210")
MINUTES = [(1, _("1 minute")), (2, _("2 minutes")), (5, _("5 minutes")), (15, _("15 minutes"))]
USUAL_MINUTES = 2
NOT_THE_SAME = _("The two are not the same. Enter the PIN once more.")
FIGURES = _("A PIN has 4 to 8 figures.")
four_to_eight = RegexValidator(r"\A[0-9]{4,8}\Z", FIGURES)


def not_guessed_first(pin):
    """The same figure or pair over and over, and figures in a row."""
    if re.fullmatch(r"(..?)\1+.?", pin) or any(pin in row for row in IN_A_ROW):
        raise ValidationError(_("Many people choose this one. Take one that is harder to guess."))


class PinField(forms.CharField):
    """Dots on a number pad. No password manager is asked to keep it on the phone."""

    widget = forms.PasswordInput(
        attrs={
            "class": "input--code",
            "inputmode": "numeric",
            "autocomplete": "one-time-code",
            "maxlength": 8,
        }
    )


class GivenPin(PinField):
    def __init__(self, **kwargs):
        super().__init__(error_messages={"required": _("Enter your PIN.")}, **kwargs)


def refuse_if_wrong(lock, pin):
    if pin and not lock.opens_with(pin):
        raise ValidationError(_("This is not the PIN. Try once more."))


class UnlockForm(forms.Form):
    use_required_attribute = False

    pin = GivenPin(label=_("PIN"))

    def __init__(self, *args, lock, **kwargs):
        super().__init__(*args, **kwargs)
        self.lock = lock
        self.fields["pin"].widget.attrs["autofocus"] = True

    def clean_pin(self):
        refuse_if_wrong(self.lock, self.cleaned_data["pin"])


class AppLockForm(forms.Form):
    """Sets a lock, or changes or removes the one there is, which its PIN allows.

    `proved`: who has said a moment ago who they are need not know the PIN.
    """

    use_required_attribute = False

    present = GivenPin(label=_("Your PIN now"))
    pin = PinField(
        label=_("PIN"),
        help_text=_("4 to 8 figures that nobody guesses."),
        validators=[four_to_eight, not_guessed_first],
        error_messages={"required": _("Choose a PIN.")},
    )
    again = PinField(label=_("The same PIN once more"), error_messages={"required": NOT_THE_SAME})
    minutes = forms.TypedChoiceField(
        label=_("Lock after"),
        help_text=_("So long without a press."),
        choices=MINUTES,
        coerce=int,
        initial=USUAL_MINUTES,
        widget=RadioChips,
    )

    def __init__(self, *args, user, lock, proved, **kwargs):
        super().__init__(*args, **kwargs)
        self.user, self.lock = user, lock
        if not lock or proved:
            del self.fields["present"]
        if lock:
            self.fields["minutes"].initial = user.lock_minutes
            self.fields["pin"].required = False
            self.fields["again"].required = False
            self.fields["pin"].label = _("Another PIN")
        if self.removes:
            for name in ("pin", "again", "minutes"):
                del self.fields[name]

    @property
    def removes(self):
        return bool(self.lock) and "remove" in self.data

    def clean_present(self):
        refuse_if_wrong(self.lock, self.cleaned_data["present"])

    def clean(self):
        answers = self.cleaned_data
        if "pin" in self.errors:
            self.errors.pop("again", None)  # One thing at a time.
        if {"pin", "again"} <= answers.keys() and answers["pin"] != answers["again"]:
            self.add_error("again", NOT_THE_SAME)
        return answers

    def save(self):
        """The lock, or None when it was removed."""
        if self.removes:
            self.lock.remove()
            return None
        answers = self.cleaned_data
        return AppLock.set(self.user, pin=answers["pin"], minutes=answers["minutes"])
