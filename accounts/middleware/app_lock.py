"""While the app is locked each page answers with the one that asks for the PIN."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode

from accounts import app_lock, policy
from accounts.middleware.signed_in import asks_by_itself
from accounts.parking import hand_back, is_from_outbox, park, send_to

# Beside what is open to anyone. A draft is kept and shows nothing; the rest opens the lock or
# goes away from it.
OPEN = frozenset(
    {
        "account_reauthenticate",
        "draft",
        "lock-now",
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
        "sync-token",
        "unlock",
    }
)
# Open to anyone, but here it would act for the person whose phone it is.
SHUT = frozenset({"join"})


class AppLocked:
    """Parks what is sent meanwhile, as with an expired sign-in: nothing is lost.

    Asks the database nothing for people without a lock.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        app_lock.hand_over_key(request, response)
        return response

    def process_view(self, request, view, args, kwargs):
        if not app_lock.is_set(request) or is_open_to_all(request.resolver_match.view_name):
            return None
        if not app_lock.is_open(request):
            if is_from_outbox(request):
                return HttpResponse(status=401)
            if request.method == "POST":
                return keep_words(request) or ask_for_pin(request, reverse("home"))
            return ask_for_pin(
                request, request.htmx.current_url_abs_path or request.get_full_path()
            )
        if not asks_by_itself(request):
            app_lock.see(request)
        return None


def is_open_to_all(name):
    rule = policy.rule_for(name)
    return name in OPEN or (name not in SHUT and rule is not None and rule.hat == policy.ANYONE)


def keep_words(request):
    """What was sent waits behind the PIN, or on its own page where too much waits already."""
    if parked := park(request, request.user.pk):
        return ask_for_pin(request, reverse("parked", args=[parked.pk]))
    return hand_back(request, "locked")


def ask_for_pin(request, after):
    return send_to(request, f"{reverse('unlock')}?{urlencode({'next': after})}")
