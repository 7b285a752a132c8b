"""All writes are audited, in the transaction of what they record (design §4.5)."""

import inspect

import pytest
from django.db import connection

from accounts.models import AuditEvent
from tests.config.verbs import VERBS, ready
from tests.config.walk import models

# Not verbs of their own, with what they are instead.
NO_VERBS = {
    "AuditEvent.record": "writes the event itself",
    "AuditEvent.record_each": "writes the events themselves",
    "EarlierWording.remember": "part of PracticeEntry.correct, which is audited",
    "Invitation.used": "a question",
    "PracticeEntry.mark_opened": "part of a page, whose reading is audited",
    "PracticeEntry.mark_heard": "part of a page, whose reading is audited",
}


def verbs_of(model):
    """What takes the actor by name, on the model and on its queryset."""
    for owner in (model, type(model._default_manager.all())):
        for name, each in inspect.getmembers_static(owner):
            plain = getattr(each, "__func__", each)
            if is_ours(plain) and "by" in inspect.signature(plain).parameters:
                yield f"{model.__name__}.{name}"


def is_ours(each):
    """A function of the model or of what it is made of, and not one of Django's."""
    return inspect.isfunction(each) and not each.__module__.startswith("django.")


class NoAudit(Exception):
    """Stands for a database that failed at this moment."""


def written():
    """All rows of the product's tables, as the database prints them."""
    with connection.cursor() as cursor:
        return {model._meta.label: rows(cursor, model._meta.db_table) for model in models()}


def rows(cursor, table):
    cursor.execute(f'SELECT t::text FROM "{table}" t')
    return {row for (row,) in cursor.fetchall()}


def test_every_verb_is_in_the_table():
    found = {name for model in models() for name in verbs_of(model) if "._" not in name}
    assert found - set(VERBS) == set(NO_VERBS)


@pytest.mark.django_db
@pytest.mark.parametrize("name", VERBS)
def test_a_verb_leaves_an_event_with_its_actor(name):
    w = ready()
    before = AuditEvent.objects.latest("pk").pk
    VERBS[name](w)
    events = AuditEvent.objects.filter(pk__gt=before)
    assert events and all(event.actor for event in events)
    assert all(event.clinic_id for event in events)


@pytest.mark.django_db(transaction=True)
def test_what_cannot_be_audited_is_not_done(monkeypatch):
    w = ready()
    before, left = written(), {}

    def fail(*args, **codes):
        raise NoAudit

    monkeypatch.setattr(AuditEvent, "record", fail)
    for name, say in VERBS.items():
        with pytest.raises(NoAudit):
            say(w)
        after = written()
        if changed := [label for label in before if before[label] != after[label]]:
            left[name] = changed
        before = after
    assert left == {}
