"""After a change of keys everything can be sealed anew, and the earlier key can go."""

from io import StringIO
from types import SimpleNamespace

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.utils import decrypt
from django.core.mail import EmailMessage
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.db import models as db

from accounts import factor_secrets, shown_once
from accounts.ground import renewing
from accounts.ground.encryption import EncryptedField
from accounts.models import AuditHead, AuditSeal, Letter, User
from accounts.models.audit_chain import flaw_in
from goals.models import EndGoal
from homework.models import LibraryFile
from records.models import BroughtFile, Copy
from reminders.models import Device
from reminders.models.vapid_key import VapidKey
from tests import door
from tests.config.walk import encrypted_fields, models
from tests.everything import DAY, fill
from tests.threads import overlap

pytestmark = pytest.mark.django_db
OLD, NEW = b"o" * 32, b"n" * 32
SECRET = "JBSWY3DPEHPK3PXP"


def run():
    said = StringIO()
    with door.shut():
        call_command("seal_anew", stdout=said)
    return said.getvalue()


@pytest.fixture
def ring(settings):
    """Put keys in it, the first to the fore."""

    def of(**keys):
        settings.FIELD_KEYS = keys

    of(old=OLD)
    return of


@pytest.fixture
def filled(ring):
    """One row of everything that is sealed, under the old key."""
    w = fill()
    facts = {"p256dh": "key", "auth": "secret", "vapid_key": VapidKey.make()}
    Device.subscribe(w.client, endpoint="https://push.test/1", session_key="a key", **facts)
    BroughtFile.keep(w.client, [])
    Copy.ask(w.client, "data").make()
    w.letter = Letter.write(EmailMessage("Hello", "Words", to=["a@example.org"]), of_use=DAY)
    about = {"clinic": w.clinic, "title": "A file", "kind": "pdf", "added_by": w.lead}
    w.file = LibraryFile.sealed(b"%PDF", **about)
    w.file.save()
    Authenticator.objects.all().delete()
    TOTP.activate(w.lead, SECRET)
    w.codes = RecoveryCodes.activate(w.lead).get_unused_codes()
    AuditSeal.seal_new_events()
    return w


def sealed_columns():
    """Read from the models: whatever is bytes."""
    return {
        (model._meta.db_table, field.column)
        for model in models()
        for field in model._meta.concrete_fields
        if isinstance(field, EncryptedField | db.BinaryField)
    }


def under(key):
    """How many values are sealed with it, by column."""
    begins, found = bytes([1, len(key)]) + key.encode(), {}
    with connection.cursor() as cursor:
        for table, column in sealed_columns():
            cursor.execute(f'SELECT "{column}" FROM "{table}" WHERE "{column}" IS NOT NULL')
            values = [bytes(value) for (value,) in cursor.fetchall()]
            found[table, column] = sum(value.startswith(begins) for value in values)
    return found


def test_every_column_of_bytes_is_known_to_the_command():
    known = {(str(table), column.name) for table in renewing.tables() for column in table.sealed}
    assert known >= sealed_columns()
    assert len(sealed_columns()) > len(encrypted_fields())


def test_afterwards_the_old_key_is_needed_for_nothing(filled, ring):
    before = under("old")
    assert all(before.values())
    ring(new=NEW, old=OLD)
    assert run().endswith("All is under the first key.\n")
    assert (under("new"), set(under("old").values())) == (before, {0})
    ring(new=NEW)
    for field in encrypted_fields():
        for row in field.model.objects.all():
            getattr(row, field.name)
    assert LibraryFile.objects.get(pk=filled.file.pk).opened == b"%PDF"
    filled.letter.refresh_from_db()
    assert filled.letter.opened["body"] == "Words"
    assert Device.objects.get().opened["auth"] == "secret"
    assert VapidKey.objects.get().opened.curve.name == "secp256r1"
    assert Copy.objects.get().file and BroughtFile.objects.get().pieces == []
    assert AuditHead.objects.count() and flaw_in(filled.clinic.pk) is None
    app, codes = Authenticator.objects.order_by("-type")
    assert decrypt(app.data["secret"]) == SECRET
    assert codes.wrap().get_unused_codes() == filled.codes


def test_what_is_under_the_first_key_is_left_alone(filled, ring):
    ring(new=NEW, old=OLD)
    run()
    assert run() == "All is under the first key.\n"


def test_it_goes_on_after_the_rows_it_takes_at_a_time(filled, ring, monkeypatch):
    monkeypatch.setattr(renewing, "MOST_ROWS", 1)
    monkeypatch.setattr(factor_secrets, "MOST_ROWS", 1)
    ring(new=NEW, old=OLD)
    run()
    assert set(under("old").values()) == {0}


def test_a_secret_that_waits_in_a_session_breaks_no_page(ring):
    request, row = SimpleNamespace(user=User(), session={}), User()
    shown_once.keep(request, row, "a link")
    ring(new=NEW)
    assert shown_once.take(request, row) == ""


def test_what_no_key_opens_is_named_and_stops_nothing(filled, ring, monkeypatch):
    ring(gone=b"g" * 32)
    goal = EndGoal.name(filled.therapy, title="Lost", why="", how_known="", by=filled.lead)
    ring(new=NEW, old=OLD)
    with pytest.raises(CommandError, match=f"goals.end_goal.title of row {goal.pk} cannot"):
        run()
    assert set(under("old").values()) == {0}
    goal.delete()


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_a_row_in_hand_is_passed_over_and_told(ring):
    """Nobody waits for anybody, and whoever has it may put the old value back."""
    goal = fill().goal
    ring(new=NEW, old=OLD)

    def hold(pause):
        with transaction.atomic():
            EndGoal.objects.select_for_update().get(pk=goal.pk)
            pause()

    def told():
        with pytest.raises(CommandError) as error:
            run()
        return str(error.value)

    assert overlap(hold, told)[1] == "An earlier key is still needed for 1 rows. Run this again."
    assert run().endswith("All is under the first key.\n")
