"""Error pages in the product's own hand. 500 is static: it must work when nothing else does."""

from django.shortcuts import render


def bad_request(request, exception=None):
    return render(request, "400.html", status=400)


def denied(request, exception=None):
    return render(request, "403.html", status=403)


def not_found(request, exception=None):
    return render(request, "404.html", status=404)


def too_many(request, exception=None):
    return render(request, "429.html", status=429)


def server_error(request):
    return render(None, "500.html", status=500)


def csrf_failure(request, reason=""):
    """A form from before a sign-in or with cookies off: say how to go on."""
    return render(request, "403.html", {"stale_form": True}, status=403)
