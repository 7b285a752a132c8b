"""What accounts hears of the sign-in library."""

from allauth.account.signals import authentication_step_completed
from django.dispatch import receiver

from accounts import app_lock
from accounts.models import AppLock


@receiver(authentication_step_completed)
def open_the_app(request, user, **kwargs):
    """A password or passkey says more than a PIN: it opens the app, and the PIN counts anew.

    Only for whom it was given: a session that is somebody else's stays as it is.
    """
    if request.user.is_authenticated and request.user != user:
        return
    if user.lock_minutes is not None:
        AppLock.objects.get(user=user).forgive()
        app_lock.open_here(request)
