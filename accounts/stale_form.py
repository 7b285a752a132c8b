"""A form from before a sign-in in another window: its token is old, its words are not lost.

They wait as those do that met an expired sign-in, and are sent again from there by a press.
Only what comes from our own pages is kept: no other site may lay words into somebody's mouth.
"""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from accounts import policy
from accounts.models import ParkedPost
from accounts.throttle import allows
from config import errors


def csrf_failure(request, reason=""):
    parked = park(request) if is_ours(request) else None
    if parked is None:
        return errors.csrf_failure(request, reason)
    url = reverse("parked", args=[parked.pk])
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": url})
    return redirect(url)


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


def park(request):
    author = request.user.pk
    if allows(request, "parked", author):
        path = request.get_full_path()
        return ParkedPost.park(author_id=author, path=path, data=request.POST)
    return None
