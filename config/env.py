"""Typed readers of the environment. A typo or a missing secret fails loudly, by name."""

import base64
import binascii
import os
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import parse_qs, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

# Nothing secret has a default in production: start-up stops and names what is missing.
REQUIRED_IN_PRODUCTION = (
    "SECRET_KEY",
    "FIELD_KEYS",
    "DATABASE_URL",
    "REDIS_URL",
    "PUBLIC_URL",
    "ALLOWED_HOSTS",
    "EMAIL_URL",
    "DEFAULT_FROM_EMAIL",
)


def text(name: str, default: str | None = None) -> str:
    """Read NAME, or the file that NAME_FILE points at (secrets of containers)."""
    if path := os.environ.get(f"{name}_FILE"):
        return Path(path).read_text(encoding="utf-8").strip()
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(f"{name} is not set. See docs/running.md.")
    return value


def flag(name: str, default: bool) -> bool:
    """Read True or False. Anything else is a typo, and a typo must not pass for False."""
    value = os.environ.get(name, str(default))
    if value not in ("True", "False"):
        raise ImproperlyConfigured(f"{name} is {value!r}; use True or False.")
    return value == "True"


def number(name: str, default: int) -> int:
    value = os.environ.get(name, str(default))
    if not value.isdigit():
        raise ImproperlyConfigured(f"{name} is {value!r}; use a whole number.")
    return int(value)


def words(name: str, default: str | None = "") -> list[str]:
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def key_ring(name: str, default: str | None = None) -> dict[str, bytes]:
    """Read `id:base64,id:base64`; the first key encrypts, every key decrypts."""
    ring = {}
    for item in words(name, default):
        key_id, _, encoded = item.partition(":")
        try:
            ring[key_id] = base64.b64decode(encoded, validate=True)
        except binascii.Error as error:
            raise ImproperlyConfigured(f"{name}: key {key_id!r} is not base64.") from error
        if len(ring[key_id]) != 32:
            raise ImproperlyConfigured(f"{name}: key {key_id!r} must have 32 bytes.")
    return ring


def database(url: str) -> dict:
    """Turn postgresql://user:password@host:port/name?host=/socket/folder into Django's form."""
    parts = urlsplit(url)
    query = parse_qs(parts.query)
    if parts.scheme not in ("postgres", "postgresql"):
        raise ImproperlyConfigured("DATABASE_URL must start with postgresql://.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host", [parts.hostname or ""])[0],
        "PORT": str(parts.port or query.get("port", [""])[0]),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "ATOMIC_REQUESTS": False,
        "OPTIONS": {"sslmode": query["sslmode"][0]} if "sslmode" in query else {},
    }


def mail_server(url: str) -> dict:
    """Turn smtp://user:password@host:587?tls=True (or smtps://) into Django's settings."""
    parts = urlsplit(url)
    if parts.scheme not in ("smtp", "smtps"):
        return mail_provider(parts.scheme.replace("-", "_"), dict(parse_qsl(parts.query)))
    return {
        "EMAIL_HOST": parts.hostname or "localhost",
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp" and parse_qs(parts.query).get("tls") != ["False"],
    }


# Parts of django-anymail that send nothing to anybody.
NO_PROVIDERS = ("base", "base_requests", "console", "test")
# By one of these a provider proves that a message to our webhook is its own.
SIGNED_BY = ("webhook_secret", "webhook_key", "signing_key", "signing_secret")


def mail_provider(name: str, facts: dict) -> dict:
    """Turn postmark:?server_token=…&webhook_secret=… into django-anymail's settings.

    Without a secret for its webhook nobody could say whose bounces those are: it stays shut.
    """
    if name == "amazon_ses":
        raise ImproperlyConfigured(
            "EMAIL_URL: Amazon SES is reached as a mail server, by its SMTP address and its SMTP "
            "credentials: smtps://user:password@email-smtp.eu-central-1.amazonaws.com"
        )
    if not name or name in NO_PROVIDERS or not find_spec(f"anymail.backends.{name}"):
        raise ImproperlyConfigured(f"EMAIL_URL: {name} is neither smtp, smtps nor a provider.")
    own = {"webhook_secret": "WEBHOOK_SECRET"}
    known = {own.get(key, f"{name}_{key}".upper()): value for key, value in facts.items()}
    signed = any(key.endswith(SIGNED_BY) for key in facts)
    return {
        "EMAIL_BACKEND": f"anymail.backends.{name}.EmailBackend",
        "ANYMAIL": {**known, "REQUESTS_TIMEOUT": 10},
        "MAIL_EVENTS_FROM": name if signed else "",
    }
