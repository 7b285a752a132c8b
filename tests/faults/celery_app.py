"""Midweek's own Celery for `celery -A`, with the seams of a fault run and a quick beat."""

import django

from config.celery import app

django.setup()

from tests.faults import seams  # noqa: E402

seams.apply()
app.conf.beat_schedule = {
    "tick": {"task": "reminders.tasks.tick", "schedule": 1.0, "options": {"expires": 15}}
}
