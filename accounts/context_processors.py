"""What every page may print."""

from django.conf import settings

from accounts.hats import NONE


def hats(request):
    worn = getattr(request, "hats", NONE)
    current = getattr(request, "hat", "")
    return {
        "hats": worn.switch(current, request.user.own_word) if len(worn.worn) > 1 else [],
        "worn": worn,
        "own_layout": own_layout(request, worn),
        "signup_is_open": settings.OPEN_CLINIC_SIGNUP,
        "local_mailbox": settings.LOCAL,
    }


def own_layout(request, worn):
    """The layout of pages that belong to a person rather than to a hat: me, help, sign-in."""
    if worn.is_staff and not (worn.client and request.user.last_hat in ("", "client")):
        return "layouts/staff.html"
    return "layouts/client.html" if worn.client else "layouts/plain.html"
