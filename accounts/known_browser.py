"""A browser in which somebody has signed in before has a count of tries of its own.

What is counted by account alone, anybody who knows an address can use up, and so shut its owner
out. Strangers' tries leave the owner's browser open; a new password by e-mail makes one of any.
"""

from allauth.account.signals import password_reset
from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.utils.crypto import constant_time_compare, get_random_string, salted_hmac

LASTS = 365 * 24 * 3600
CHANCE = 16
# An office's computer may be several people's.
MOST = 8


def seal(chance, address):
    return salted_hmac("accounts.known_browser", f"{chance}:{address}").hexdigest()[:32]


def marks(request):
    return request.COOKIES.get(settings.KNOWN_COOKIE_NAME, "").split(".")[:MOST]


def belongs(mark, address):
    return constant_time_compare(mark[CHANCE:], seal(mark[:CHANCE], address))


def counted_by(request, address):
    """The key to count tries on `address` by: the browser's mark, or the address of a stranger."""
    address = address.lower()
    return next((mark for mark in marks(request) if belongs(mark, address)), address)


def is_known(request, address):
    return counted_by(request, address) != address.lower()


@receiver(user_logged_in)
@receiver(password_reset)
def know(request, user, **kwargs):
    if user.email and not user.others_see_phone:
        request.known_to = user.email.lower()


def hand_over(request, response):
    """A new mark each time: what was tried with an earlier one no longer counts."""
    secure, same = settings.SESSION_COOKIE_SECURE, settings.SESSION_COOKIE_SAMESITE
    if address := getattr(request, "known_to", None):
        chance = get_random_string(CHANCE)
        others = [mark for mark in marks(request) if mark and not belongs(mark, address)]
        value = ".".join([chance + seal(chance, address), *others][:MOST])
        facts = {"max_age": LASTS, "httponly": True, "secure": secure, "samesite": same}
        response.set_cookie(settings.KNOWN_COOKIE_NAME, value, **facts)
    elif settings.KNOWN_COOKIE_NAME in request.COOKIES and is_seen_by_others(request):
        response.delete_cookie(settings.KNOWN_COOKIE_NAME, samesite=same)


def is_seen_by_others(request):
    return request.user.is_authenticated and request.user.others_see_phone
