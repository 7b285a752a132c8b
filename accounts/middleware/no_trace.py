"""What a browser stored of a person goes when it should, and Leave holds at once."""

from django.conf import settings
from django.contrib.auth import logout

from accounts.hats import NONE

A_MONTH = 30 * 24 * 3600
# The last words of a draft travel beside the press, and signing out signs out by itself.
STILL_HEARD = frozenset({"draft", "account_logout"})


class NoTrace:
    """Ends the sign-in of whoever has left, and clears the browser where that is asked for.

    Cleared is at every sign-out, when the switch is turned or an app lock set, and when
    somebody with either signs in.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        before = leaves_no_trace(request)
        response = self.get_response(request)
        if has_left(request) and has_counted(request):
            response.delete_cookie(settings.LEFT_COOKIE_NAME, samesite="Strict")
        if before != leaves_no_trace(request) or signed_out(request):
            # The pages of the week and the worker that kept them, drafts, what waited.
            response.headers["Clear-Site-Data"] = '"storage"'
        return response

    def process_view(self, request, view, args, kwargs):
        if has_left(request) and request.resolver_match.view_name not in STILL_HEARD:
            request.left_by = request.user.pk
            logout(request)
            request.hats = NONE


def mark_of_leave():
    """The cookie as the Leave button itself writes it (static/js/leave-now.js): the press counts
    also when the server is slow or out of reach, and hears of it only with the next request."""
    name = settings.LEFT_COOKIE_NAME
    # A browser takes the prefix from this host alone and over TLS; on one's own machine is neither.
    guarded = "; secure" if name.startswith("__Host-") else ""
    return f"{name}=1; path=/; max-age={A_MONTH}; samesite=strict{guarded}"


def has_left(request):
    return bool(request.COOKIES.get(settings.LEFT_COOKIE_NAME))


def has_counted(request):
    """Not with an address that is not there, a draft, or a sign-out that was refused."""
    return hasattr(request, "left_by") or not request.user.is_authenticated


def signed_out(request):
    """Also somebody whose sign-in had ended before the press."""
    view = request.resolver_match and request.resolver_match.view_name
    is_asked = view == "account_logout" and request.method == "POST"
    return is_asked and not request.user.is_authenticated


def leaves_no_trace(request):
    return request.user.is_authenticated and request.user.leaves_no_trace
