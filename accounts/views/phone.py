"""What an installed app asks for: its manifest, its worker, the page that needs no network."""

import hashlib

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import condition

from accounts import worker
from accounts.ground.context import no_transaction

ALWAYS_ASK = {"Cache-Control": "no-cache"}
ICONS = [
    ("icons/icon-192.png", "192x192", "any"),
    ("icons/icon-512.png", "512x512", "any"),
    ("icons/icon-maskable-512.png", "512x512", "maskable"),
]


@login_not_required
@no_transaction
def manifest(request):
    """What stands on a home screen says nothing about therapy (design §2.5)."""
    facts = {
        "id": "/",
        "name": "Midweek",
        "short_name": "Midweek",
        "description": _("Small steps, in the days between."),
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#f8f5ee",
        "theme_color": "#f8f5ee",
        "icons": [
            {"src": static(name), "sizes": sizes, "type": "image/png", "purpose": purpose}
            for name, sizes, purpose in ICONS
        ],
    }
    return JsonResponse(facts, content_type="application/manifest+json", headers=ALWAYS_ASK)


def edition(request):
    return f'"{hashlib.sha256(worker.script().encode()).hexdigest()[:16]}"'


@login_not_required
@no_transaction
@condition(etag_func=edition)
def service_worker(request):
    """Asked for with every page, so mostly answered with "not modified"."""
    return HttpResponse(
        worker.script(), content_type="text/javascript; charset=utf-8", headers=ALWAYS_ASK
    )


@login_not_required
@no_transaction
def offline(request):
    """Kept by every worker and shown when neither the network nor a copy answers."""
    return HttpResponse(worker.offline_page(), headers=ALWAYS_ASK)


@login_not_required
@never_cache
def sync_token(request):
    """Who is signed in, whether others see their phone, and the token to send what waited there."""
    if not request.user.is_authenticated:
        return JsonResponse({}, status=401)
    here = {"user": str(request.user.pk), "seen": request.user.others_see_phone}
    return JsonResponse({**here, "csrf": get_token(request)})


def signed_in_again(request):
    """For the window beside a page whose sign-in had run out."""
    return render(request, "accounts/signed_in_again.html")


def waiting(request):
    """What waits on this phone. Its words never come here: the page finds them on the phone."""
    return render(request, "accounts/waiting.html")
