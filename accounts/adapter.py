"""Where allauth asks Midweek."""

from base64 import b64decode, b64encode
from datetime import timedelta
from io import BytesIO

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts import emails
from accounts.ground import decrypt_value, encrypt_value

# A code that has run out is not sent any more.
CODE_LASTS = timedelta(seconds=settings.ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT)
# Authenticator rows of the library have no clinic: the label alone is bound to the secret.
SECRET = ("mfa.authenticator.secret", "", "")


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This sign-in is closed."),
        "duplicate_email": _("This is the address you have already."),
        "email_password_mismatch": _("E-mail and password do not fit together. Try once more."),
        "enter_current_password": _("This is not your present password. Try once more."),
        "incorrect_code": _("This is not the code. Look again, or ask for a new one."),
        "incorrect_password": _("This is not your password. Try once more."),
        "too_many_login_attempts": _("There were many tries. Wait five minutes, then go on."),
        "rate_limited": _("There were many tries. Wait a minute, then go on."),
    }

    def is_open_for_signup(self, request):
        """Open sign-up only founds clinics, and only where the operator lets it."""
        return settings.OPEN_CLINIC_SIGNUP

    def get_signup_redirect_url(self, request):
        """A new clinic starts with its crisis text: no client is invited before it is set."""
        return reverse("clinic-settings")

    def get_logout_redirect_url(self, request):
        seen = getattr(request.user, "others_see_phone", False)
        return reverse("leave") if seen else super().get_logout_redirect_url(request)

    def send_mail(self, template_prefix, email, context):
        """Written now, sent after the transaction: a slow mail server holds no rows.

        The same is done for an address that nobody has here, whatever the mail says.
        """
        facts = {"email": email, "public_url": settings.PUBLIC_URL, **context}
        with emails.language_of(email, context.get("user")):
            mail = self.render_mail(template_prefix, email, facts)
        key = emails.key_of(template_prefix, email)
        if "code" in context:
            emails.send_later(mail, self.request, about=key, of_use=CODE_LASTS)
        else:
            emails.send_later(mail, self.request)


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("This is not the code. Wait for the next one and try it."),
        "unverified_email": _("First prove that the e-mail address is yours: see E-mail."),
    }

    def encrypt(self, text):
        return b64encode(encrypt_value(*SECRET, text)).decode()

    def decrypt(self, encrypted_text):
        return decrypt_value(*SECRET, b64decode(encrypted_text))

    def build_totp_svg(self, url):
        picture = BytesIO()
        segno.make(url, micro=False).save(picture, kind="svg", scale=5, light="#fff")
        return picture.getvalue().decode()
