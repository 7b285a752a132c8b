"""Whether the app is open on this phone: the session knows until when, the browser knows a key.

The key is a cookie that goes with the browser's own session: who opens the browser anew gives
the PIN anew, though the sign-in still holds.
"""

import time

from django.conf import settings
from django.utils.crypto import constant_time_compare, get_random_string

PLACE = "app_lock"
# How often a sign of life is written down, as a part of the time until the app locks.
PARTS = 6


def is_set(request):
    return request.user.is_authenticated and request.user.lock_minutes is not None


def is_open(request):
    held = request.session.get(PLACE)
    if held is None or time.time() - held["seen"] > request.user.lock_minutes * 60:
        return False
    return constant_time_compare(request.COOKIES.get(key_name(), ""), held["key"])


def open_here(request):
    """Open in this browser from here on; the middleware hands the key over with the answer."""
    request.app_key = get_random_string(32)
    request.session[PLACE] = {"key": request.app_key, "seen": int(time.time())}


def close(request):
    request.session.pop(PLACE, None)


def see(request):
    """Note a sign of life, at most a few times within the limit."""
    held, now = request.session[PLACE], int(time.time())
    if now - held["seen"] >= request.user.lock_minutes * 60 // PARTS:
        request.session[PLACE] = {**held, "seen": now}


def key_name():
    return f"{settings.SESSION_COOKIE_NAME}-open"


def hand_over_key(request, response):
    if key := getattr(request, "app_key", None):
        secure, same = settings.SESSION_COOKIE_SECURE, settings.SESSION_COOKIE_SAMESITE
        response.set_cookie(key_name(), key, httponly=True, secure=secure, samesite=same)
    elif key_name() in request.COOKIES and not is_set(request):
        response.delete_cookie(key_name(), samesite=settings.SESSION_COOKIE_SAMESITE)
