"""Somebody else may see this phone: what was stored on it goes, and Leave holds at once."""

from django.contrib.auth import logout

from accounts.hats import NONE

# Set by the Leave button itself (static/js/leave-now.js): the press counts also when the
# server is slow or out of reach and hears of it only with the next request.
LEFT = "left"
# The last words of a draft travel beside the press, and signing out signs out by itself.
STILL_HEARD = frozenset({"draft", "account_logout"})


class NoTrace:
    """Ends the sign-in of whoever has left, and clears the browser where that is asked for.

    Cleared is when the switch is turned or an app lock set, and when somebody with either
    signs in or out.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        before = leaves_no_trace(request)
        response = self.get_response(request)
        if request.COOKIES.get(LEFT) and has_counted(request):
            response.delete_cookie(LEFT, samesite="Strict")
        if before != leaves_no_trace(request):
            response.headers["Clear-Site-Data"] = '"storage"'
        return response

    def process_view(self, request, view, args, kwargs):
        if request.COOKIES.get(LEFT) and request.resolver_match.view_name not in STILL_HEARD:
            request.left_by = request.user.pk
            logout(request)
            request.hats = NONE


def has_counted(request):
    """Not with an address that is not there, a draft, or a sign-out that was refused."""
    return hasattr(request, "left_by") or not request.user.is_authenticated


def leaves_no_trace(request):
    return request.user.is_authenticated and request.user.leaves_no_trace
