"""Staff enrol a second factor before any staff page opens (security.md, 6.3.3)."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from accounts.policy import ADMIN, THERAPIST


class SecondFactor:
    """Sends a therapist or admin without authenticator app or passkey to set one up.

    Whoever has one was asked for it at sign-in: that is a stage of allauth's own.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not settings.STAFF_SECOND_FACTOR or request.hats.second_factor:
            return None
        if getattr(request, "hat", "") not in (THERAPIST, ADMIN):
            return None
        if request.headers.get("HX-Request"):
            return HttpResponse(status=204, headers={"HX-Redirect": reverse("mfa_index")})
        return redirect("mfa_index")
