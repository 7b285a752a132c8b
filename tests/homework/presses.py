"""What a phone sends, for tests: one press, and the addresses of a homework and an entry."""

import uuid

from django.urls import reverse
from django.utils import timezone

from homework.models import PracticeEntry


def press(state="done", **fields):
    sent = {"state": state, "device_id": str(uuid.uuid4()), "zone": "Europe/London"}
    return sent | {"done_at": timezone.now().isoformat()} | fields


def address(name, row, **query):
    return reverse(name, args=[row.pk])


def logged(assignment, by, state="done", **fields):
    facts = {"device_id": uuid.uuid4(), "done_at": timezone.now(), "zone": "Europe/London"}
    entry, _created = PracticeEntry.log(assignment, by=by, **facts | {"state": state} | fields)
    return entry


HTMX = {"HX-Request": "true"}
