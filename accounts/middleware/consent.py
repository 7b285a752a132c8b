"""A client whose yes was to other words than today's is asked again, on their next page."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode

from accounts import privacy
from accounts.middleware.signed_in import asks_by_itself
from accounts.parking import hand_back, is_from_outbox, park, send_to
from accounts.rule import CLIENT

# Open without a yes: asking, what leads away with everything, and what keeps half a sentence.
OPEN = frozenset({"consent", "draft", "export", "export-file", "erasure", "erasure-undo"})


class AgreedTo:
    """Leads a client's pages to the question; Help, Me and everything of staff stay open.

    What they send meanwhile waits for them, as with an expired sign-in. Asks the database nothing.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not asks(request):
            return None
        if is_from_outbox(request):
            return HttpResponse(status=401)
        if asks_by_itself(request):
            # Somebody may be writing on that page: it is asked with the next one.
            return HttpResponse(status=204)
        if request.method == "POST":
            return keep_words(request) or ask(request, reverse("home"))
        return ask(request, request.htmx.current_url_abs_path or request.get_full_path())


def asks(request):
    is_behind = getattr(request, "hat", "") == CLIENT and request.user.agreed_to < privacy.VERSION
    return is_behind and request.resolver_match.view_name not in OPEN


def keep_words(request):
    """What was sent comes after the answer; where too much waits already it stays on a page."""
    if parked := park(request, request.user.pk):
        return ask(request, reverse("parked", args=[parked.pk]))
    return hand_back(request, "asked")


def ask(request, after):
    return send_to(request, f"{reverse('consent')}?{urlencode({'next': after})}")
