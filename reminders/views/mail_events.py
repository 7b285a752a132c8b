"""What the mail provider tells: django-anymail reads it, and checks that it comes from there."""

import warnings
from functools import lru_cache
from importlib import import_module

from anymail.exceptions import AnymailInsecureWebhookWarning
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.views.decorators.csrf import csrf_exempt

NAMED = ("TrackingWebhookView", "CombinedWebhookView")


@login_not_required
@csrf_exempt  # Signed by the provider instead.
def mail_events(request):
    if not settings.MAIL_EVENTS_FROM:
        raise Http404
    try:
        return webhook_of(settings.MAIL_EVENTS_FROM)(request)
    except AnymailInsecureWebhookWarning:
        raise Http404 from None


@lru_cache(maxsize=2)
def webhook_of(provider):
    module = import_module(f"anymail.webhooks.{provider}")
    # One of them goes by two names.
    [view] = {
        found
        for name, found in vars(module).items()
        if name.endswith(NAMED) and found.__module__ == module.__name__
    }
    with warnings.catch_warnings():
        # What it only warns of is that it would believe anybody.
        warnings.simplefilter("error", AnymailInsecureWebhookWarning)
        view()
    return view.as_view()
