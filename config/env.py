"""Typed readers of the environment. A typo or a missing secret fails loudly, by name.

What is said never quotes a value that may be a secret, or hold one.
"""

import base64
import binascii
import os
from datetime import date
from pathlib import Path
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

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
BROKERS = ("redis", "rediss", "redis+socket")
# Of libpq's own, those that say how the server proves itself and by what it knows us.
TLS = ("sslmode", "sslrootcert", "sslcert", "sslkey")


def require(names: tuple[str, ...]) -> None:
    """All that is missing in one sentence: nobody starts eight times to learn of eight settings."""
    missing = [name for name in names if not (os.environ.get(name) or file_of(name))]
    if missing:
        raise ImproperlyConfigured(
            f"Not set: {', '.join(missing)}. See docs/running.md, Settings. "
            "To try Midweek on your own computer: make run"
        )


def file_of(name: str) -> str:
    """Where a secret of a container lies."""
    return os.environ.get(f"{name}_FILE", "")


def text(name: str, default: str | None = None) -> str:
    """Read NAME, or the file that NAME_FILE points at."""
    if path := file_of(name):
        try:
            return Path(path).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            why = getattr(error, "strerror", None) or "it is no text"
            raise ImproperlyConfigured(f"{name}_FILE: {path} cannot be read: {why}.") from None
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(f"{name} is not set. See docs/running.md.")
    return value


def choice(name: str, *known: str) -> str:
    """One of these words, the first if nothing is said."""
    value = os.environ.get(name) or known[0]
    if value not in known:
        raise ImproperlyConfigured(f"{name} is {value!r}; use one of: {', '.join(known)}.")
    return value


def flag(name: str, default: bool) -> bool:
    """Read True or False. Anything else is a typo, and a typo must not pass for False."""
    return choice(name, *map(str, (default, not default))) == "True"


def number(name: str, default: int) -> int:
    value = os.environ.get(name) or str(default)
    if not (value.isascii() and value.isdigit()):
        raise ImproperlyConfigured(f"{name} is {value!r}; use a whole number.")
    return int(value)


def day(name: str) -> date | None:
    value = text(name, "")
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise ImproperlyConfigured(f"{name} is {value!r}; write a day as 2026-11-28.") from None


def words(name: str, default: str | None = "") -> list[str]:
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def hosts(name: str, default: str | None) -> list[str]:
    found = words(name, default)
    if any("/" in host for host in found):
        raise ImproperlyConfigured(f"{name}: write hosts only, midweek.example.org.")
    return found


def key_ring(name: str, default: str | None = None) -> dict[str, bytes]:
    """Read `id:base64,id:base64`; the first key encrypts, every key decrypts.

    A key is told by its place: where the colon is missing, what looks like its id is the key.
    """
    ring: dict[str, bytes] = {}
    for place, item in enumerate(words(name, default), 1):
        key_id, colon, encoded = item.partition(":")
        if not (colon and key_id and key_id.isascii() and len(key_id) < 100):
            raise ImproperlyConfigured(f"{name}: key {place} has no name; write id:base64.")
        if key_id in ring:
            raise ImproperlyConfigured(f"{name}: two keys have the name of key {place}.")
        try:
            ring[key_id] = base64.b64decode(encoded, validate=True)
        except (binascii.Error, ValueError):
            raise ImproperlyConfigured(f"{name}: key {place} is not base64.") from None
        if len(ring[key_id]) != 32:
            raise ImproperlyConfigured(f"{name}: key {place} must have 32 bytes.")
    return ring


def address(name: str, url: str, schemes: tuple[str, ...]) -> SplitResult:
    """An address in its parts. What makes it unreadable is often its password: it is not quoted."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        raise ImproperlyConfigured(
            f"{name} is no address that can be read. In a password write "
            "/ ? # @ : % [ ] as %2F %3F %23 %40 %3A %25 %5B %5D."
        ) from None
    if parts.scheme not in schemes:
        raise ImproperlyConfigured(f"{name} must start with {schemes[0]}://.")
    return parts


def site(name: str, url: str) -> str:
    """The address that people use: https://midweek.example.org."""
    parts = address(name, url, ("https", "http"))
    if not parts.hostname or parts.path.strip("/") or parts.query:
        raise ImproperlyConfigured(f"{name} is https:// and a host, nothing behind it.")
    return url.rstrip("/")


def broker(name: str, url: str) -> str:
    address(name, url, BROKERS)
    return url


def token(name: str) -> str:
    """What a program proves itself by, long enough that nobody guesses it."""
    value = text(name)
    if len(value) < 32:
        raise ImproperlyConfigured(f"{name} is too short: it has at least 32 random characters.")
    return value


def database(name: str, url: str) -> dict:
    """Turn postgresql://user:password@host:port/name?host=/socket/folder into Django's form."""
    parts = address(name, url, ("postgresql", "postgres"))
    query = parse_qs(parts.query)
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
        "OPTIONS": {each: query[each][0] for each in TLS if each in query},
    }
