"""What accounts hears of the sign-in library, and what follows from its own verbs."""

from allauth.account.signals import authentication_step_completed, password_reset
from django.dispatch import receiver
from django.utils import translation

from accounts import app_lock, emails
from accounts.forms.tries import open_second_step
from accounts.models import AppLock, Cover, Invitation
from accounts.models.factor_reset import second_factor_reset
from accounts.models.membership import membership_ended
from accounts.models.therapy import client_signed_out
from accounts.wall import things_of


@receiver(authentication_step_completed)
def open_the_app(request, user, **kwargs):
    """A password or passkey says more than a PIN: it opens the app, and the PIN counts anew.

    Only for whom it was given: a session that is somebody else's stays as it is.
    """
    if request.user.is_authenticated and request.user != user:
        return
    if user.lock_minutes is not None:
        with things_of(user.pk):
            AppLock.objects.get(user=user).forgive()
        app_lock.open_here(request)


@receiver(password_reset)
def begin_tries_anew(request, user, **kwargs):
    open_second_step(request, user)


@receiver(membership_ended)
def shut_what_they_opened(sender, membership, by, **kwargs):
    """Links they sent lead nowhere any more, and they stand in for nobody."""
    sent = Invitation.objects.filter(clinic=membership.clinic_id, invited_by=membership.user_id)
    sent.revoke(by=by)
    for cover in Cover.objects.open().filter(
        clinic=membership.clinic_id, therapist=membership.user_id
    ):
        cover.end(by=by)


@receiver(client_signed_out)
def tell_who_was_signed_out(sender, therapy, by, **kwargs):
    """Not where they did it themselves."""
    if by != therapy.client and therapy.client.may_be_mailed:
        with translation.override(therapy.client.language):
            emails.send_later(emails.write("signed_out", therapy.client.email))


@receiver(second_factor_reset)
def tell_whose_it_was(sender, person, **kwargs):
    with translation.override(person.language):
        emails.send_later(emails.write("second_factor_reset", person.email))
