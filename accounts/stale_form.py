"""A form from before a sign-in in another window: its token is old, its words are not lost.

They wait as those do that met an expired sign-in, and are sent again from there by a press.
Only what comes from our own pages is kept: no other site may lay words into somebody's mouth.
"""

from django.conf import settings
from django.urls import reverse

from accounts import policy
from accounts.parking import is_from_outbox, park, send_to
from config import errors


def csrf_failure(request, reason=""):
    waits_here = is_ours(request) and not is_from_outbox(request)
    parked = park(request, request.user.pk) if waits_here else None
    if parked is None:
        return errors.csrf_failure(request, reason)
    return send_to(request, reverse("parked", args=[parked.pk]))


def is_ours(request):
    """Sent by a signed-in person from a page of ours, to an address that asks who they are."""
    rule = policy.RULES.get(request.resolver_match.view_name)
    ours = (f"{request.scheme}://{request.get_host()}", *settings.CSRF_TRUSTED_ORIGINS)
    return (
        request.user.is_authenticated
        and request.headers.get("Origin") in ours
        and rule is not None
        and rule.hat != policy.ANYONE
    )
