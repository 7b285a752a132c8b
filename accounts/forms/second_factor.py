"""The second factor: an authenticator app, a passkey, or a recovery code."""

from allauth.mfa.base import forms as base
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django.utils.translation import gettext_lazy as _

from accounts.forms.hand import InOurHand


class FactorForm(InOurHand, base.AuthenticateForm):
    pass


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
        self.fields["passwordless"].label = _("Sign in with it alone, without a password")
        self.fields["passwordless"].help_text = _(
            "It asks for your fingerprint, face or PIN each time."
        )
