"""The engine without Celery, as cron would run it: its beat again and again."""

import os
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.db import InterfaceError, OperationalError, connection  # noqa: E402

from reminders import engine  # noqa: E402
from tests.faults import seams  # noqa: E402

seams.apply()
while True:
    try:
        engine.tick()
    except (OperationalError, InterfaceError):
        connection.close()
    time.sleep(0.1)
