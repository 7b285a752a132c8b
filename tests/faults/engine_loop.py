"""A worker for the faults: the engine's beat again and again, with a short lease."""

import os
import time
from datetime import timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.db import InterfaceError, OperationalError, connection  # noqa: E402

from reminders import channels, engine  # noqa: E402
from reminders.engine import claim, deliver  # noqa: E402
from reminders.models import delivery  # noqa: E402

if "LEDGER" in os.environ:
    channels.CHANNELS["email"] = "tests.faults.ledger"
if "SMTP_PORT" in os.environ:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", int(os.environ["SMTP_PORT"])
seconds = float(os.environ["LEASE"])
claim.LEASE = deliver.LEASE = delivery.LEASE = timedelta(seconds=seconds)
deliver.FRESH = seconds / 4
channels.SEND_LIMIT = seconds / 3
settings.EMAIL_TIMEOUT = seconds / 6

while True:
    try:
        engine.tick()
    except (OperationalError, InterfaceError):
        connection.close()
    time.sleep(0.1)
