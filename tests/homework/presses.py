"""What a phone sends, for tests: one press, and the addresses of a homework and an entry."""

import uuid
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from homework.models import PracticeEntry


def press(state="done", **fields):
    sent = {"state": state, "device_id": str(uuid.uuid4()), "zone": "Europe/London"}
    return sent | {"done_at": timezone.now().isoformat()} | fields


def address(name, row, **query):
    return reverse(name, args=[row.pk])


def logged(assignment, by, state="done", days_ago=0, **fields):
    """One entry; `fields` are what PracticeEntry.log takes."""
    done_at = timezone.now() - timedelta(days=days_ago)
    facts = {"device_id": uuid.uuid4(), "done_at": done_at, "zone": "Europe/London"}
    entry, _created = PracticeEntry.log(assignment, by=by, **facts | {"state": state} | fields)
    return entry


HTMX = {"HX-Request": "true"}
