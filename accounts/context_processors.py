"""What every page may print."""

from django.conf import settings

from accounts.hats import NONE


def hats(request):
    worn = getattr(request, "hats", NONE)
    current = getattr(request, "hat", "")
    return {
        "hats": worn.switch(current) if len(worn.worn) > 1 else [],
        "worn": worn,
        "local_mailbox": settings.LOCAL,
    }
