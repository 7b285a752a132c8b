"""Warnings at start where words of people would cross a network in the clear."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import Warning

HERE = {"", "localhost", "127.0.0.1", "::1"}


def is_away(host):
    """Not this machine: neither a socket in a folder nor the machine's own address."""
    return bool(host) and not host.startswith("/") and host not in HERE


def other_machines_are_reached_by_tls(app_configs, **kwargs):
    if not settings.PRODUCTION:
        return []
    return [Warning(told, id=f"midweek.W{place:03}") for place, told in enumerate(in_clear(), 1)]


def in_clear():
    database, redis = settings.DATABASES["default"], urlsplit(settings.REDIS_URL)
    if is_away(database["HOST"]) and database["OPTIONS"].get("sslmode") != "verify-full":
        yield "DATABASE_URL leads to another machine: add ?sslmode=verify-full."
    if redis.scheme == "redis" and is_away(redis.hostname):
        yield "REDIS_URL leads to another machine: use rediss://."
    by_tls = getattr(settings, "EMAIL_USE_TLS", False) or getattr(settings, "EMAIL_USE_SSL", False)
    if is_away(getattr(settings, "EMAIL_HOST", "")) and not by_tls:
        yield "EMAIL_URL sends in the clear: leave ?tls=False out, or use smtps://."
