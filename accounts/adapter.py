"""Where allauth asks Midweek."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request):
        """Open sign-up only founds clinics, and only where the operator lets it."""
        return settings.OPEN_CLINIC_SIGNUP


class SecondFactorAdapter(DefaultMFAAdapter):
    pass
