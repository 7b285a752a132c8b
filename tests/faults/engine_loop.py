"""A worker for the faults: the engine's beat again and again, with a short lease."""

import os
import time
from datetime import timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.db import InterfaceError, OperationalError, connection  # noqa: E402

from reminders import channels, engine  # noqa: E402
from reminders.engine import claim, deliver  # noqa: E402
from reminders.models import delivery  # noqa: E402

if "LEDGER" in os.environ:
    channels.CHANNELS["email"] = "tests.faults.ledger"
seconds = float(os.environ["LEASE"])
claim.LEASE = deliver.LEASE = delivery.LEASE = timedelta(seconds=seconds)
deliver.FRESH = seconds / 4
deliver.SEND_LIMIT = seconds / 3

while True:
    try:
        engine.tick()
    except (OperationalError, InterfaceError):
        connection.close()
    time.sleep(0.1)
