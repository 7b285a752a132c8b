"""Each setting of sign-in that keeps a door shut, said once more: nobody opens one unnoticed."""

import pytest
from allauth import app_settings as library
from allauth.account import app_settings as account
from allauth.mfa import app_settings as mfa
from django.conf import settings

PINNED = {
    "LOGIN_METHODS": {"email"},
    "SIGNUP_FIELDS": {"email": {"required": True}, "password1": {"required": True}},
    "UNIQUE_EMAIL": True,
    "EMAIL_VERIFICATION": "mandatory",
    "EMAIL_VERIFICATION_BY_CODE_ENABLED": True,
    "EMAIL_VERIFICATION_BY_CODE_TIMEOUT": 600,
    "EMAIL_VERIFICATION_BY_CODE_MAX_ATTEMPTS": 3,
    "PREVENT_ENUMERATION": True,
    "EMAIL_UNKNOWN_ACCOUNTS": True,
    "EMAIL_NOTIFICATIONS": True,
    "REAUTHENTICATION_REQUIRED": True,
    "REAUTHENTICATION_TIMEOUT": 300,
    "SESSION_REMEMBER": False,
    "LOGOUT_ON_GET": False,
    "CONFIRM_EMAIL_ON_GET": False,
    "LOGIN_ON_PASSWORD_RESET": False,
    "LOGIN_ON_EMAIL_CONFIRMATION": False,
    "LOGOUT_ON_PASSWORD_CHANGE": True,
    "CHANGE_EMAIL": True,
    "LOGIN_TIMEOUT": 900,
    # For clients alone: tests/accounts/test_code_by_mail.py.
    "LOGIN_BY_CODE_ENABLED": True,
    "LOGIN_BY_CODE_REQUIRED": False,
    "LOGIN_BY_CODE_TRUST_ENABLED": False,
    "LOGIN_BY_CODE_TIMEOUT": 600,
    "LOGIN_BY_CODE_MAX_ATTEMPTS": 3,
    "PASSWORD_RESET_BY_CODE_ENABLED": True,
    "PASSWORD_RESET_BY_CODE_TIMEOUT": 600,
    "PASSWORD_RESET_BY_CODE_MAX_ATTEMPTS": 3,
}
SECOND_STEP = {
    "SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
    "ADAPTER": "accounts.adapter.SecondFactorAdapter",
    "ALLOW_UNVERIFIED_EMAIL": False,
    "REAUTHENTICATION_REQUIRED": True,
    "PASSKEY_LOGIN_ENABLED": True,
    "PASSKEY_SIGNUP_ENABLED": False,
    "WEBAUTHN_USER_VERIFICATION": "required",
    "WEBAUTHN_ALLOW_INSECURE_ORIGIN": False,
    "RECOVERY_CODES_SHOW_ONCE": True,
    "TRUST_ENABLED": False,
    "TOTP_TOLERANCE": 0,
    "TOTP_INSECURE_BYPASS_CODE": None,
}
BESIDE = {
    "ALLAUTH_TRUSTED_PROXY_COUNT": 0,
    "SESSION_COOKIE_HTTPONLY": True,
    "SESSION_COOKIE_SAMESITE": "Lax",
    "CSRF_COOKIE_SAMESITE": "Strict",
    "STAFF_SECOND_FACTOR": True,
}


@pytest.mark.parametrize(
    ("place", "pinned"), [(account, PINNED), (mfa, SECOND_STEP), (settings, BESIDE)]
)
def test_pinned(place, pinned):
    found = {name: getattr(place, name) for name in pinned}
    assert found == pinned


def test_what_is_not_there_opens_nothing():
    assert not library.SOCIALACCOUNT_ENABLED and not library.HEADLESS_ENABLED
    assert "*" not in settings.ALLOWED_HOSTS


def test_codes_are_long_enough_for_their_three_tries():
    assert account.LOGIN_BY_CODE_FORMAT == {"numeric": True, "length": 6, "dashed": False}
    assert account.PASSWORD_RESET_BY_CODE_FORMAT["length"] == 8
    assert account.EMAIL_VERIFICATION_BY_CODE_FORMAT["length"] == 8


def test_every_limit_is_our_own_or_the_librarys():
    """A name that nobody counts by would be a limit in words only."""
    limits = account.RATE_LIMITS
    assert {name for name, rates in limits.items() if not rates} == set()
    assert limits["login_failed"] == "60/m/ip,5/5m/key,100/30d/key"
