"""Sign-in, the password, the address, and founding a clinic."""

from allauth.account import forms as library
from allauth.core import context
from allauth.core.internal.ratelimit import get_ip
from django import forms
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts import hats
from accounts.forms.hand import InOurHand
from accounts.forms.tries import count, count_mail
from accounts.forms.zone import ZoneField
from accounts.ground.writable import writable_text
from accounts.known_browser import counted_by
from accounts.models import Clinic, User
from accounts.throttle import allows


class SignInForm(InOurHand, library.LoginForm):
    pass


class CodeByMailForm(InOurHand, library.RequestLoginCodeForm):
    """For clients. An e-mailed code is no factor that staff may rest on (NIST 800-63B): to them
    goes what goes to an address that nobody has here."""

    def clean_email(self):
        # Six figures can be guessed: strangers ask for few in all, whatever their networks.
        count("code_by_mail", counted_by(context.request, self.cleaned_data["email"]))
        email = super().clean_email()
        # Asked of an unknown address too, so that both take as long.
        worn = hats.of(self._user or User())
        if worn.is_staff or getattr(self._user, "is_staff", False):
            self._user = None
        return email


class SignInCodeForm(InOurHand, library.ConfirmLoginCodeForm):
    """Three tries, also where many are sent at once: the library counts them in the session."""

    def clean_code(self):
        request = context.request
        count("code_tried", f"{request.session.session_key} {self.expected_code}")
        return super().clean_code()


class PasswordAgainForm(InOurHand, library.ReauthenticateForm):
    pass


class NewAddressForm(InOurHand, library.AddEmailForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("New address")


class ForgottenPasswordForm(InOurHand, library.ResetPasswordForm):
    """The way back that stays open: what others ask for from their networks does not shut it.

    Where three networks ask for one account as often as each may, or more do, each gets a mail an
    hour, and the codes are too long to be guessed from all of them together. Who shares the network
    of an owner without a mark can take its mail of that hour: then the owner waits.
    """

    def clean_email(self):
        request = context.request
        who = counted_by(request, self.cleaned_data["email"])
        here = f"{get_ip(request)} {who}"
        count_mail("new_password", here)
        if not allows(request, "new_password_in_all", who):
            count_mail("new_password_beyond", here)
            request.is_pressed = True
        return super().clean_email()


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

    def try_save(self, request):
        """Who has a sign-in already is told by mail alone, after as long as anybody."""
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])
        return super().try_save(request)

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
