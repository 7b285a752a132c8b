"""Staff enrol a second factor before any staff page opens (security.md, 6.3.3), and clients before
theirs where a clinic that treats them asks for it."""

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse

from accounts.parking import hand_back, is_from_outbox, park, send_to
from accounts.rule import ADMIN, CLIENT, OPERATOR, THERAPIST

# Where what they sent waits, kept until the factor is there: config/views.py leads on.
ONWARD = "waits_for_second_factor"


class SecondFactor:
    """Sends whoever is without authenticator app or passkey to set one up.

    Whoever has one was asked for it at sign-in: that is a stage of allauth's own. What a client
    sends meanwhile waits for them, as with an expired sign-in, or on its own page where too much
    waits already.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not asks_for_one(request):
            return None
        if is_from_outbox(request):
            return HttpResponse(status=401)
        return self.keep_words(request) or send_to(request, reverse("mfa_index"))

    def keep_words(self, request):
        if request.method != "POST":
            return None
        parked = park(request, request.user.pk)
        if parked is None:
            return hand_back(request, "second")
        waiting = request.session.get(ONWARD, [])
        request.session[ONWARD] = [*waiting, reverse("parked", args=[parked.pk])]
        return None


def asks_for_one(request):
    hats, hat = request.hats, getattr(request, "hat", "")
    if hats.second_factor:
        return False
    if hat == CLIENT:
        return hats.client_asked_twice
    return hat in (THERAPIST, ADMIN, OPERATOR) and settings.STAFF_SECOND_FACTOR
