"""The secret of a new invitation, from the press that made it to the page that shows it.

It waits in the session, sealed, and is gone when it has been shown: who reads the session's
table cannot walk in.
"""

from base64 import b64decode, b64encode

from django.conf import settings
from django.urls import reverse

from accounts.ground import decrypt_value, encrypt_value

LABEL = "accounts.invitation.link"
PLACE = "fresh_invitations"


def keep(request, invitation):
    sealed = encrypt_value(LABEL, invitation.pk, invitation.clinic_id, invitation.link_token)
    waiting = request.session.get(PLACE, {})
    request.session[PLACE] = {**waiting, str(invitation.pk): b64encode(sealed).decode()}


def take(request, invitation):
    """The link to hand over, the first time only; afterwards an empty string."""
    waiting = request.session.get(PLACE, {})
    sealed = waiting.pop(str(invitation.pk), None) if invitation else None
    if sealed is None:
        return ""
    request.session[PLACE] = waiting
    token = decrypt_value(LABEL, invitation.pk, invitation.clinic_id, b64decode(sealed))
    return settings.PUBLIC_URL + reverse("join", args=[token])
