"""Where allauth asks Midweek."""

from base64 import b64decode, b64encode
from datetime import timedelta
from io import BytesIO

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal.cryptokit import generate_user_code
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts import emails
from accounts.ground import decrypt_value, encrypt_value
from accounts.known_browser import counted_by
from accounts.parking import waits_first
from accounts.templatetags.accounts import device
from accounts.throttle import seconds_left

# A code that has run out is not sent any more.
CODE_LASTS = timedelta(seconds=settings.ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT)
# As "five minutes" says.
A_WHILE = 300
AN_HOUR = 3600
# Figures, in three groups.
LONG_CODE = 18
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
        "shut_for_long": _("There were many tries. Set a new password by e-mail: that opens it."),
        "mailed_lately": _(
            "If this address is known here, a mail is on its way. Ask for the next one in an hour."
        ),
        "mailed_today": _(
            "If this address is known here, mails are on their way. Ask for the next one tomorrow."
        ),
        "too_many_login_attempts": _(
            "There were many tries. Wait five minutes, or set a new password by e-mail."
        ),
        "too_many_codes": _("There were many tries. Ask for a new code."),
        "rate_limited": _("There were many tries. Wait five minutes, then go on."),
    }

    def too_many(self, request, action, key):
        """The error that says how to go on, and when."""
        seconds = seconds_left(request, action, key)
        code = "shut_for_long" if seconds > A_WHILE else "too_many_login_attempts"
        return self.waiting(code, seconds)

    def mailed_enough(self, request, action, key):
        """Said on the form that asks for such mails: it does not lead to itself."""
        seconds = seconds_left(request, action, key)
        return self.waiting("mailed_today" if seconds > AN_HOUR else "mailed_lately", seconds)

    def waiting(self, code, seconds):
        return ValidationError(self.validation_error(code).message, code, {"seconds": seconds})

    def add_message(self, request, level, *args, message=None, **about):
        """After wrong codes the library speaks as after wrong passwords: of those forms say it."""
        if message == self.error_messages["too_many_login_attempts"]:
            message = self.error_messages["too_many_codes"]
        super().add_message(request, level, *args, message=message, **about)

    def pre_authenticate(self, request, **credentials):
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            key = self._get_login_attempts_cache_key(request, **credentials)
            raise self.too_many(request, "login_failed", key) from None

    def _get_login_attempts_cache_key(self, request, **credentials):
        """Strangers use up the strangers' tries, not those of its owner's browser."""
        typed = credentials.get("email", credentials.get("username", ""))
        return counted_by(request, typed)

    def generate_password_reset_code(self):
        """Longer, while an account is asked for from very many networks."""
        if getattr(self.request, "is_pressed", False):
            return generate_user_code(numeric=True, length=LONG_CODE)
        return super().generate_password_reset_code()

    def is_open_for_signup(self, request):
        """Open sign-up only founds clinics, and only where the operator lets it."""
        return settings.OPEN_CLINIC_SIGNUP

    def get_signup_redirect_url(self, request):
        """A new clinic starts with its crisis text: no client is invited before it is set."""
        return reverse("clinic-settings")

    def get_logout_redirect_url(self, request):
        seen = getattr(request.user, "others_see_phone", False)
        return reverse("leave") if seen else super().get_logout_redirect_url(request)

    def post_login(self, request, user, **hook):
        response = super().post_login(request, user, **hook)
        if first := waits_first(user, response.url):
            response.headers["Location"] = first
        return response

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
        "incorrect_passkey": _(
            "This passkey did not work. It may not be known here any more: use another way."
        ),
        "unverified_email": _("First prove that the e-mail address is yours: see E-mail."),
    }

    def encrypt(self, text):
        return b64encode(encrypt_value(*SECRET, text)).decode()

    def decrypt(self, encrypted_text):
        return decrypt_value(*SECRET, b64decode(encrypted_text))

    def generate_authenticator_name(self, user, type):
        return device(self.request.headers.get("User-Agent", ""))

    def build_totp_svg(self, url):
        picture = BytesIO()
        segno.make(url, micro=False).save(picture, kind="svg", scale=5, light="#fff")
        return picture.getvalue().decode()
