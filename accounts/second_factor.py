"""A colleague has lost phone and recovery codes: an admin takes the second factor away.

That opens nothing: the password is asked for as before, and staff pages stay shut until a
new factor is set up.
"""

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.utils import translation

from accounts import emails
from accounts.models import AuditEvent, Membership

CAN, NONE, ELSEWHERE = "can", "none", "elsewhere"


def second_factors(membership):
    """Whether this clinic's admins may reset it: not of who works elsewhere too."""
    if not Authenticator.objects.filter(user=membership.user_id).exists():
        return NONE
    places = Membership.objects.active().filter(user=membership.user_id)
    return ELSEWHERE if places.exclude(clinic=membership.clinic_id).exists() else CAN


def reset_second_factor(membership, *, by):
    """Remove every factor, end every session, tell the person, and write it down."""
    if second_factors(membership) != CAN:
        return
    Authenticator.objects.filter(user=membership.user_id).delete()
    for session in UserSession.objects.filter(user=membership.user_id):
        session.end()
    AuditEvent.record(by, "membership.second_factor_reset", membership)
    with translation.override(membership.user.language):
        emails.send_later(emails.write("second_factor_reset", membership.user.email))
