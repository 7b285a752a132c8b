"""What people write about a client is never readable in the database (design §4.4)."""

import pytest
from django.db import connection
from django.db import models as db

from accounts.ground import encryption
from accounts.ground.keyring import Sealed
from accounts.models import ParkedPost
from tests.config.walk import encrypted_fields, models
from tests.everything import fill

CANARY = "kanarienvogel"
LIBRARY = "the library is about nobody"
CODE = "a code"
PLAIN = {
    "accounts.AppLock.pin": "a hash",
    "accounts.AuditEvent.action": CODE,
    "accounts.AuditEvent.subject": "the name of a model",
    "accounts.AuditEvent.subject_id": "an id",
    "accounts.AuditEvent.codes": "codes and counts, held by test_audited_verbs.py",
    "accounts.AuditHead.digest": "a hash",
    "accounts.AuditSeal.digest": "a hash",
    "accounts.Consent.language": CODE,
    "accounts.Clinic.name": "about the clinic",
    "accounts.Clinic.time_zone": CODE,
    "accounts.Clinic.crisis_text": "the clinic's own, shown to all its clients",
    "accounts.DeliveryProblem.channel": CODE,
    "accounts.DeliveryProblem.code": CODE,
    "accounts.Draft.form": "the name of a form",
    "accounts.Draft.page": "random",
    "accounts.Draft.version": "random",
    "accounts.Invitation.email": "an address, looked up to see who was invited",
    "accounts.Invitation.mail_digest": "a hash",
    "accounts.Invitation.link_digest": "a hash",
    "accounts.Letter.error": "the name of what went wrong",
    "accounts.ParkedPost.path": "an address of the product: ids, no words",
    "accounts.User.offer": "the name of a section",
    "accounts.User.password": "a hash",
    "accounts.User.email": "the login, looked up",
    "accounts.User.name": "the person's own, not about a client",
    "accounts.User.time_zone": CODE,
    "accounts.User.language": CODE,
    "accounts.User.last_hat": CODE,
    "accounts.User.cover_text": "made to be seen by others: it says nothing",
    "accounts.User.homework_word": "made to be seen by others: it says nothing",
    "homework.Attention.reasons": "codes, dates and ids",
    "homework.Attention.week": "days and states",
    "homework.KeptView.shows": CODE,
    "homework.Exercise.key": CODE,
    "homework.Exercise.title": LIBRARY,
    "homework.Exercise.why": LIBRARY,
    "homework.Exercise.how": LIBRARY,
    "homework.Exercise.example": LIBRARY,
    "homework.Exercise.smallest": LIBRARY,
    "homework.Exercise.care": LIBRARY,
    "homework.Exercise.rests_on": LIBRARY,
    "homework.Exercise.prompts": LIBRARY,
    "homework.Exercise.rating_label": LIBRARY,
    "homework.Skill.key": CODE,
    "homework.Skill.name": LIBRARY,
    "homework.Skill.description": LIBRARY,
    "homework.Exercise.wordings": LIBRARY,
    "homework.Skill.wordings": LIBRARY,
    "homework.LibraryFile.title": LIBRARY,
    "homework.Resource.title": LIBRARY,
    "homework.Resource.url": LIBRARY,
    "homework.StartingSet.title": LIBRARY,
    "homework.StartingSet.summary": LIBRARY,
    "homework.GivenMeasure.measure": CODE,
    "homework.MeasureResult.measure": CODE,
    "homework.MeasureResult.language": CODE,
    "homework.MeasureResult.zone": CODE,
    "homework.PracticeEntry.zone": CODE,
    "reminders.CalendarAddress.digest": "a hash",
    "reminders.Delivery.channel": CODE,
    "reminders.Delivery.error": "a code of the channel",
    "reminders.Device.endpoint_digest": "a hash",
    "reminders.Device.session_digest": "a hash",
    "reminders.Heartbeat.name": CODE,
    "reminders.Recipient.channels": "codes",
    "reminders.ReminderSlot.channel": CODE,
    "reminders.ReminderSlot.kind": CODE,
    "reminders.ReminderSlot.reason": CODE,
    "reminders.VapidKey.public": "a public key",
}
TEXTS = (db.CharField, db.TextField, db.JSONField, db.FileField)


def canary(label):
    return f"{CANARY} {label}"


def plain_texts():
    """Columns that could hold anybody's words; those with choices hold codes."""
    return {
        f"{model._meta.label}.{field.name}"
        for model in models()
        for field in model._meta.concrete_fields
        if isinstance(field, TEXTS) and not field.choices
    }


def test_a_text_is_encrypted_or_has_a_reason_to_be_plain():
    assert plain_texts() == set(PLAIN)


def test_every_encrypted_column_has_a_label_of_its_own():
    labels = [field.label for field in encrypted_fields()]
    assert len(labels) == len(set(labels)) > 30


def everything_stored():
    """All rows of all tables, as the database prints them; bytes come as hex."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            for (row,) in cursor.fetchall():
                yield table, row


def readable_in(row):
    row = row.casefold()
    return CANARY in row or CANARY.encode().hex() in row


@pytest.mark.django_db
def test_no_word_that_somebody_wrote_can_be_found_in_the_database():
    w = fill("kanari", say=canary)
    assert {table for table, row in everything_stored() if readable_in(row)} == set()
    # The search itself works: what is plain is found.
    assert any(w.lead.name in row for _table, row in everything_stored())


@pytest.mark.django_db
def test_the_search_had_something_to_find_in_every_column():
    fill("kanari", say=canary)
    silent = [
        str(field)
        for field in encrypted_fields()
        if not any(CANARY in str(getattr(row, field.name)) for row in field.model.objects.all())
    ]
    assert silent == []
    assert CANARY in str(ParkedPost.objects.get().fields)


@pytest.mark.django_db
def test_the_search_finds_words_once_nothing_encrypts_them(monkeypatch):
    monkeypatch.setattr(encryption, "encrypt_value", lambda *told: Sealed(told[-1].encode()))
    monkeypatch.setattr(encryption, "decrypt_value", lambda *told: told[-1].decode())
    fill("kanari", say=canary)
    found = {table for table, row in everything_stored() if readable_in(row)}
    assert found == {field.model._meta.db_table for field in encrypted_fields()}
