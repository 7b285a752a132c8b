"""How long a sign-in lasts without a sign of life, and that none of its pages stays behind."""

import time
from datetime import timedelta

from accounts import known_browser

IDLE_STAFF = timedelta(minutes=60)
IDLE_CLIENT = timedelta(days=14)
IDLE_SEEN_PHONE = timedelta(minutes=15)
LONGEST_STAFF = timedelta(hours=12)
LONGEST_CLIENT = timedelta(days=30)
# Asked by machines: they are no sign that somebody is there.
NO_SIGN_OF_LIFE = frozenset(
    {
        "healthz",
        "readyz",
        "healthz-reminders",
        "metrics",
        "manifest",
        "worker",
        "offline",
        "sync-token",
    }
)


def limits(request):
    """(idle, longest) for this person. Who has no hat yet gets the shortest."""
    if request.user.others_see_phone or not request.hats.worn:
        return IDLE_SEEN_PHONE, LONGEST_STAFF
    if request.hats.is_staff:
        return IDLE_STAFF, LONGEST_STAFF
    return IDLE_CLIENT, LONGEST_CLIENT


def asks_by_itself(request):
    """A page that looks again while nobody is there (hx-trigger="every …")."""
    return "X-By-Itself" in request.headers


class SignedIn:
    """Renews the session while its person is there; the session's row holds the limit.

    It is written at most thirty times within the limit, so most requests write nothing.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        view = request.resolver_match and request.resolver_match.view_name
        if request.user.is_authenticated:
            response.headers.setdefault("Cache-Control", "no-store")
            if view and view not in NO_SIGN_OF_LIFE and not asks_by_itself(request):
                self.renew(request)
        known_browser.hand_over(request, response)
        return response

    def renew(self, request):
        session, now = request.session, int(time.time())
        idle, longest = (int(limit.total_seconds()) for limit in limits(request))
        since = session.setdefault("signed_in_at", now)
        seen, limit = session.get("seen", (0, 0))
        if limit != idle or now - seen > idle // 30:
            session["seen"] = (now, idle)
            session.set_expiry(max(1, min(idle, since + longest - now)))
