"""Limits with names; how many each allows stands in settings.ACCOUNT_RATE_LIMITS.

The counting is allauth's: in the default cache, which commits on a connection of its own.
"""

from functools import wraps

from allauth.core.internal import ratelimit

from config.errors import too_many


def allows(request, action, key=None, reading=False):
    """Count one more `action` about `key`; False when that is one too many. Reading is free,
    unless it says otherwise."""
    about = {"app": "allauth.account", "action": action, "key": key and str(key)}
    return bool(ratelimit.consume(request, **about, limit_get=reading))


def throttle(action, key="", reading=False):
    """Decorator: beyond the limit the answer is 429. `key`: the view's argument to count by."""

    def decorate(view):
        @wraps(view)
        def limited(request, *args, **kwargs):
            if not allows(request, action, kwargs.get(key), reading):
                return too_many(request)
            return view(request, *args, **kwargs)

        return limited

    return decorate
