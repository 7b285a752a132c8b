"""The second factor: an authenticator app, a passkey, or a recovery code."""

from contextlib import contextmanager

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as base
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from allauth.mfa.webauthn.internal import auth
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.forms.hand import InOurHand
from accounts.forms.tries import count_second_step


@contextmanager
def said_of_a_passkey():
    """Of one that it does not take the library says that it is not the code. Whatever the reason,
    the words are the same: they tell a stranger nothing about accounts."""
    try:
        yield
    except ValidationError as error:
        if error.code != "incorrect_code":
            raise
        raise get_adapter().validation_error("incorrect_passkey") from None


class FactorForm(InOurHand, base.AuthenticateForm):
    """The library counts by account alone; we do not (count_second_step)."""

    def clean_code(self):
        forgive = count_second_step(self.user)
        ways = self.user.authenticator_set.exclude(type=Authenticator.Type.WEBAUTHN)
        # The app first: a failure is said of that one.
        ways = list(ways.order_by("-type"))
        for way in ways:
            if way.wrap().validate_code(self.cleaned_data["code"]):
                forgive()
                self.authenticator = way
                return self.cleaned_data["code"]
        for way in ways[:1]:
            self._emit_authentication_failed(way)
        raise get_adapter().validation_error("incorrect_code")


class KeyForm(webauthn.AuthenticateWebAuthnForm):
    """A passkey as the second step, counted as codes are."""

    @said_of_a_passkey()
    def clean_credential(self):
        forgive = count_second_step(self.user)
        credential = self.cleaned_data["credential"]
        auth.parse_authentication_response(credential)
        authenticator = auth.complete_authentication(self.user, credential)
        forgive()
        return authenticator


class KeyAloneForm(webauthn.LoginWebAuthnForm):
    @said_of_a_passkey()
    def clean_credential(self):
        return super().clean_credential()


class KeyAgainForm(webauthn.ReauthenticateWebAuthnForm):
    @said_of_a_passkey()
    def clean_credential(self):
        return super().clean_credential()


class FactorAgainForm(InOurHand, base.ReauthenticateForm):
    pass


class ActivateAppForm(InOurHand, totp.ActivateTOTPForm):
    pass


class NameKeyForm(InOurHand, webauthn.EditWebAuthnForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].max_length = 60


class AddKeyForm(InOurHand, webauthn.AddWebAuthnForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("What do you call this device or key?")
        self.fields["passwordless"].initial = True
        self.fields["passwordless"].label = _("Sign in with it alone, without a password")
        self.fields["passwordless"].help_text = _(
            "It asks for your fingerprint, face or PIN each time."
        )
