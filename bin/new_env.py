"""Prints an .env for docker compose with fresh secrets. Needs only Python.

python3 bin/new_env.py midweek.example.org > .env
"""

import base64
import secrets
import sys

TEMPLATE = """\
# Midweek's settings for docker compose. Keep this file private, and a copy of FIELD_KEYS
# somewhere else: what people wrote cannot be read without it.

SECRET_KEY={secret_key}
FIELD_KEYS={field_keys}

# The address that people use, and the host in it.
PUBLIC_URL=https://{host}
ALLOWED_HOSTS={host}

# Caddy ends TLS on ports 80 and 443. Empty where a proxy of yours does.
COMPOSE_PROFILES=tls

# How mail leaves. Neutral: the sender's name must not say what this is about.
EMAIL_URL=smtps://user:password@mail.{host}
DEFAULT_FROM_EMAIL=hello@{host}

# As they are when left out; docs/running.md has all of them. Take the # away to change one.
# HELP_NUMBERS=112 If your life is in danger
# HELP_NUMBERS_CHECKED_ON=
# OPEN_CLINIC_SIGNUP=True
# OPERATOR_PATH=
# METRICS_PATH=
# METRICS_TOKEN=
# HSTS_SUBDOMAINS=True
# HSTS_PRELOAD=True

# Only inside docker compose.
DATABASE_SUPERUSER_PASSWORD={superuser}
DATABASE_OWNER_PASSWORD={owner}
DATABASE_APP_PASSWORD={app}
"""


def new_env(host: str) -> str:
    key = base64.b64encode(secrets.token_bytes(32)).decode()
    return TEMPLATE.format(
        host=host,
        secret_key=secrets.token_urlsafe(64),
        field_keys=f"k{secrets.token_hex(2)}:{key}",
        superuser=secrets.token_hex(24),
        owner=secrets.token_hex(24),
        app=secrets.token_hex(24),
    )


if __name__ == "__main__":
    sys.stdout.write(new_env(sys.argv[1] if len(sys.argv) > 1 else "midweek.example.org"))
