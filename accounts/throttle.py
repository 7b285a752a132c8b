"""Limits with names; how many each allows stands in settings.ACCOUNT_RATE_LIMITS.

The counting is allauth's: in the default cache, which commits on a connection of its own.
"""

import time
from functools import wraps
from math import ceil

from allauth.core.internal import ratelimit
from django.core.cache import cache

from config.errors import wait

APP = "allauth.account"


def allows(request, action, key=None, reading=False):
    """Count one more `action` about `key`; False when that is one too many. Reading is free,
    unless it says otherwise."""
    about = {"app": APP, "action": action, "key": key and str(key)}
    return bool(ratelimit.consume(request, **about, limit_get=reading))


def seconds_left(request, action, key=None):
    """How long until one more is allowed."""
    about, left = {"app": APP, "action": action, "key": key and str(key)}, 1.0
    for rate in ratelimit.get_rates(app=APP, action=action):
        times = cache.get(ratelimit.get_cache_key(request, rate=rate, **about), [])
        if len(times) >= rate.amount:
            left = max(left, times[-1] + rate.duration - time.time())
    return ceil(left)


def forget(request, action, key):
    """What was counted about `key` counts no longer."""
    ratelimit.clear(request, app=APP, action=action, key=str(key))


def throttle(action, key="", reading=False):
    """Decorator: beyond the limit the answer is 429. `key`: the view's argument to count by."""

    def decorate(view):
        @wraps(view)
        def limited(request, *args, **kwargs):
            about = kwargs.get(key)
            if not allows(request, action, about, reading):
                return wait(request, seconds_left(request, action, about))
            return view(request, *args, **kwargs)

        return limited

    return decorate
