"""Sign-in, the password, the address, and founding a clinic."""

from allauth.account import forms as library
from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.forms.hand import InOurHand
from accounts.forms.zone import ZoneField
from accounts.ground.writable import writable_text
from accounts.models import Clinic


class SignInForm(InOurHand, library.LoginForm):
    pass


class PasswordAgainForm(InOurHand, library.ReauthenticateForm):
    pass


class NewAddressForm(InOurHand, library.AddEmailForm):
    pass


class ForgottenPasswordForm(InOurHand, library.ResetPasswordForm):
    pass


class MailedCodeForm(InOurHand, library.ConfirmEmailVerificationCodeForm):
    pass


class ResetCodeForm(InOurHand, library.ConfirmPasswordResetCodeForm):
    pass


class NewPasswordForm(InOurHand, library.ChangePasswordForm):
    pass


class FirstPasswordForm(InOurHand, library.SetPasswordForm):
    pass


class AnotherPasswordForm(InOurHand, library.ResetPasswordKeyForm):
    pass


class FoundClinicForm(InOurHand, library.SignupForm):
    """A person, their clinic, and their place in it as admin and therapist."""

    name = forms.CharField(max_length=120, validators=[writable_text])
    clinic = forms.CharField(
        label=_("Name of the clinic"),
        help_text=_("If you work alone, your own name is fine. Clients see it."),
        max_length=120,
        validators=[writable_text],
        error_messages={"required": _("Enter the name of the clinic.")},
    )
    zone = ZoneField()
    field_order = ["name", "clinic", "email", "password1", "zone"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Your name")
        self.fields["name"].widget.attrs["autocomplete"] = "name"
        self.fields["password1"].label = _("Password")
        ZoneField.show_if_wrong(self)

    @transaction.atomic
    def save(self, request):
        """Found the clinic with the account, or neither."""
        user = super().save(request)
        Clinic.found(self.cleaned_data["clinic"], by=user)
        return user

    def signup(self, request, user):
        user.name = self.cleaned_data["name"]
        user.time_zone = self.cleaned_data["zone"] or user.time_zone
        user.last_hat = "therapist"
        user.save(update_fields=["name", "time_zone", "last_hat"])
