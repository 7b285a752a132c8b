"""Links in messages: each leads one person to one page, for some days, and changes nothing.

They bring nobody in: whoever follows one signs in first, unless they are. The other kind stops
what its mail was about; it works without a sign-in, for as long as a mail lies about.
"""

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.urls import reverse

LEADS_FOR = timedelta(days=7)
LEAD, STOP = "reminders.lead", "reminders.stop"


def link_to(user, path):
    link = signing.dumps([str(user.pk), path], salt=LEAD)
    return settings.PUBLIC_URL + reverse("press", args=[link])


def read_link(link):
    """(whose it is, where it leads). Raises signing.BadSignature, SignatureExpired too."""
    return signing.loads(link, salt=LEAD, max_age=LEADS_FOR)


def stop_link(user, kinds):
    link = signing.dumps([str(user.pk), sorted(kinds)], salt=STOP)
    return settings.PUBLIC_URL + reverse("stop", args=[link])


def read_stop_link(link):
    """(who asks for it, the kinds that stop)."""
    return signing.loads(link, salt=STOP)
