"""A form from before a sign-in in another window: its token is old, its words are not lost.

They wait as those do that met an expired sign-in, and are sent again from there by a press.
Only what comes from our own pages is kept: no other site may lay words into somebody's mouth.
"""

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse

from accounts import policy
from accounts.parking import hand_back, is_from_outbox, park, send_to
from config import errors


def csrf_failure(request, reason=""):
    if request.headers.get("X-Outbox") == "desk":
        # The page asks for a new token; a 403 says that somebody may no longer write.
        return HttpResponse(status=401)
    if is_from_outbox(request) or not is_ours(request):
        return errors.csrf_failure(request, reason)
    if not is_of_whoever_is_here(request):
        return hand_back(request) or errors.csrf_failure(request, reason)
    if parked := park(request, request.user.pk):
        return send_to(request, reverse("parked", args=[parked.pk]))
    return hand_back(request, "anew") or errors.csrf_failure(request, reason)


def is_of_whoever_is_here(request):
    """The page may have been opened by another person on the same phone, and says so."""
    here = request.user.is_authenticated and str(request.user.pk)
    return here and request.POST.get("author", here) == here


def is_ours(request):
    """Sent from a page of ours, to an address that asks who somebody is."""
    rule = policy.RULES.get(request.resolver_match.view_name)
    ours = (f"{request.scheme}://{request.get_host()}", *settings.CSRF_TRUSTED_ORIGINS)
    return request.headers.get("Origin") in ours and rule is not None and rule.hat != policy.ANYONE
