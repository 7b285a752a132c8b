"""EMAIL_URL: a mail server, or a provider with what it needs, as settings."""

from importlib.util import find_spec
from urllib.parse import parse_qs, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from config import env


def mail_server(url: str) -> dict:
    """Turn smtp://user:password@host:587?tls=True (or smtps://) into Django's settings."""
    scheme = url.partition(":")[0].lower()
    if scheme not in ("smtp", "smtps"):
        return mail_provider(scheme.replace("-", "_"), dict(parse_qsl(urlsplit(url).query)))
    parts = env.address("EMAIL_URL", url, ("smtps", "smtp"))
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
    if not name.isidentifier() or name in NO_PROVIDERS or not find_spec(f"anymail.backends.{name}"):
        raise ImproperlyConfigured(
            "EMAIL_URL begins with smtps://, smtp:// or a provider's name and a colon: postmark:?…"
        )
    own = {"webhook_secret": "WEBHOOK_SECRET"}
    known = {own.get(key, f"{name}_{key}".upper()): value for key, value in facts.items()}
    signed = any(key.endswith(SIGNED_BY) for key in facts)
    return {
        "EMAIL_BACKEND": f"anymail.backends.{name}.EmailBackend",
        "ANYMAIL": {**known, "REQUESTS_TIMEOUT": 10},
        "MAIL_EVENTS_FROM": name if signed else "",
    }
