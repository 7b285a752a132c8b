"""Error pages in the product's own hand. 500 is static: it must work when nothing else does."""

import logging

from django.shortcuts import render

log = logging.getLogger(__name__)
BY_TEN_MINUTES = {"account_signup", "account_reset_password"}


def bad_request(request, exception=None):
    return render(request, "400.html", status=400)


def denied(request, exception=None):
    return render(request, "403.html", status=403)


def not_found(request, exception=None):
    return render(request, "404.html", status=404)


def too_many(request, exception=None):
    """Beyond a limit of the library, which does not say which: by the minute, but for two."""
    return wait(request, 600 if request.resolver_match.view_name in BY_TEN_MINUTES else 60)


def wait(request, seconds):
    log.warning("Too many: %s", request.resolver_match.view_name)
    answer = render(request, "429.html", status=429)
    answer.headers["Retry-After"] = seconds
    return answer


def server_error(request):
    return render(None, "500.html", status=500)


def csrf_failure(request, reason=""):
    """A form from before a sign-in or with cookies off: say how to go on."""
    return render(request, "403.html", {"stale_form": True}, status=403)
