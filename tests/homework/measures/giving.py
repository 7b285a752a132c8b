"""Measures for tests: a clinic that answers flags, and answers as a phone sends them."""

import uuid

from django.utils import timezone

from homework.measures import measure
from homework.models import FlagDuty, MeasureResult


def duty_of(clinic, by, **people):
    """Whoever leads answers, within a day."""
    named = {"answered_by": None, "within_hours": 24}
    return FlagDuty.name_people(clinic, **named | people, by=by)


def duty_in(cast, **people):
    """Otto is the deputy, Vera stands in for Otto."""
    return duty_of(cast.harbour, cast.ada, **{"deputy": cast.otto, "second": cast.vera} | people)


def answers_of(key, value=1, **others):
    return {item.key: value for item in measure(key).items()} | others


def answered(given, by, value=1, **others):
    """One filling-in, each question with `value` where nothing else is said."""
    return filled_in(given, by, answers_of(given.measure, value, **others))


def filled_in(given, by, answers):
    result, _created = MeasureResult.send(
        given,
        answers=answers,
        language="en",
        device_id=uuid.uuid4(),
        done_at=timezone.now(),
        zone="Europe/London",
        by=by,
    )
    return result


def sent(key, value=1, **others):
    """What the form on the phone sends; a question with None is left out."""
    said = answers_of(key, value, **others)
    fields = {f"item_{name}": str(one) for name, one in said.items() if one is not None}
    moment = {"done_at": timezone.now().isoformat(), "zone": "Europe/London"}
    return fields | moment | {"device_id": str(uuid.uuid4())}


def flags_told(admin):
    """What the clinic's audit page tells an admin of flags, by their browser."""
    events = admin.get("/clinic/audit/").context["events"]
    return [event.action for event in events if event.action.startswith("flag.")]
