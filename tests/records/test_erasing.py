"""From a client's wish to its end: what goes, what the law keeps, and what a backup brings back."""

import json
import re
from datetime import timedelta
from io import StringIO
from itertools import chain
from uuid import uuid4

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from accounts.models import AuditEvent, AuditSeal, Letter, Therapy, User
from accounts.models.audit_chain import flaw_in
from records import erasing
from records.erased_list import lines, replay
from records.models import Copy, Erased, Erasure
from records.tasks import erase_due
from tests import cast as casting
from tests.everything import fill
from tests.homework.presses import logged
from tests.threads import at_once

pytestmark = pytest.mark.django_db
PAGE = "/me/erasure/"
DAYS = timedelta(days=8)
# Tables that name what was erased, by its ids alone, and why.
NAMED = {
    "accounts_auditevent": "who did what, pseudonymous",
    "accounts_consent": "which words somebody said yes to, and when",
    "accounts_user": "an empty row, for the audit to point at",
    "records_erased": "the list for restored backups",
    "records_erasure": "the wish, by its days",
}


def later():
    """As if the days of waiting were over."""
    for wish in Erasure.objects.all():
        Erasure.objects.filter(pk=wish.pk).update(due_at=wish.due_at - DAYS)


def years_later():
    Therapy.objects.locked_away().update(locked_away_until=timezone.now())


def asked(user):
    wish, _new = Erasure.ask(by=user)
    later()
    return wish


@pytest.fixture
def fresh(signed_in, cast):
    """Cleo, who gave her password a moment ago."""
    client = signed_in(cast.cleo)
    client.post("/accounts/reauthenticate/", {"password": "correct-horse-9"})
    return client


# --- asking ---


def test_the_page_says_what_goes_and_what_stays(signed_in, cast):
    page = signed_in(cast.cleo).get(PAGE).text
    assert "What goes" in page and "Locked away until" in page and "Harbour" in page


def test_asking_needs_the_password_first(signed_in, cast):
    answer = signed_in(cast.cleo).post(PAGE)
    assert answer.url.startswith("/accounts/reauthenticate/") and not Erasure.objects.exists()


def test_it_waits_for_a_week_and_can_be_taken_back(fresh, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        page = fresh.post(PAGE, follow=True).text
    wish = Erasure.objects.get()
    assert wish.number in page and "Keep everything" in page
    assert wish.number in mail.outbox[0].body
    assert "Nothing will be erased." in fresh.post(f"{PAGE}undo/", follow=True).text
    later()
    assert erasing.erase_due() == 0
    assert AuditEvent.objects.filter(action="record.erasure_undone").exists()


def test_on_its_day_it_can_no_longer_be_taken_back(fresh, cast):
    wish = asked(cast.cleo)
    assert "Keep everything" not in fresh.get(PAGE).text
    page = fresh.post(f"{PAGE}undo/", follow=True).text
    assert "It is too late to take it back." in page and "stays as it is" not in page
    assert Erasure.objects.waiting().get() == wish


def test_what_was_taken_back_before_the_round_came_to_it_stays(cast):
    read_before = asked(cast.cleo)
    Erasure.objects.update(undone_at=timezone.now())
    erasing.carry_out(read_before)
    assert Therapy.objects.of_client(cast.cleo).exists()


def test_asked_twice_it_is_one_wish_and_one_mail(fresh, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        fresh.post(PAGE)
        fresh.post(PAGE)
    assert Erasure.objects.count() == len(mail.outbox) == 1


def test_before_its_day_nothing_happens(cast):
    Erasure.ask(by=cast.cleo)
    assert erasing.erase_due() == 0 and Therapy.objects.of_client(cast.cleo).exists()


def test_a_farewell_that_cannot_be_told_keeps_no_record_here(cast, monkeypatch):
    asked(cast.cleo)
    monkeypatch.setattr("records.farewell.ending_soon", lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        erase_due()
    assert not Therapy.objects.of_client(cast.cleo).exists()


# --- what the law keeps ---


def test_a_record_that_the_law_keeps_is_locked_away_from_everybody(signed_in, cast):
    asked(cast.cleo)
    erasing.erase_due()
    locked = Therapy.objects.locked_away().get()
    assert (locked.pk, locked.client) == (cast.therapy.pk, None)
    for reader in (cast.tess, cast.vera, cast.will):
        assert not Therapy.objects.visible_to(reader).exists()
        assert signed_in(reader).get(f"/caseload/{locked.pk}/").status_code == 404


def test_an_admin_sees_until_when_and_no_name(signed_in, cast):
    asked(cast.cleo)
    assert "Cleo" in signed_in(cast.ada).get("/clinic/data/").text
    erasing.erase_due()
    until = Therapy.objects.locked_away().get().locked_away_until
    admin = signed_in(cast.ada)
    assert f"Until {until:%-d %B %Y}" in admin.get("/clinic/data/").text
    pages = ("data/", "therapies/?state=ended", "audit/", "")
    assert not any("Cleo" in admin.get(f"/clinic/{page}").text for page in pages)
    assert admin.get(f"/clinic/therapies/{cast.therapy.pk}/").status_code == 404


@pytest.mark.parametrize("rounds", [1, 2], ids=["locked away", "erased"])
def test_an_admin_learns_nothing_afterwards_that_was_hidden_before(signed_in, cast, rounds):
    logged(cast.assignment, cast.cleo, "not_today", private=True).withdraw(by=cast.cleo)
    asked(cast.cleo)
    for _ in range(rounds):
        erasing.erase_due()
        years_later()
    admin = signed_in(cast.ada)
    assert not admin.get("/clinic/audit/?kind=practice").context["events"]
    assert "practice." not in admin.get("/clinic/audit/file/").text


def test_what_nobody_else_has_read_is_not_kept():
    w = fill()
    logged(w.assignment, w.client, note="Mine alone", private=True)
    asked(w.client)
    erasing.erase_due()
    assert not w.therapy.entries.filter(private=True, opened_at=None).exists()
    assert w.therapy.entries.exists() and not w.therapy.drafts.exists()


def test_it_is_erased_when_its_years_are_over(cast):
    asked(cast.cleo)
    erasing.erase_due()
    years_later()
    assert erasing.erase_due() == 1 and not Therapy.objects.filter(pk=cast.therapy.pk).exists()


def test_the_clinics_years_end_by_themselves(cast):
    cast.therapy.end(by=cast.tess)
    assert erasing.erase_due() == 0
    Therapy.objects.filter(pk=cast.therapy.pk).update(kept_until=timezone.now())
    assert erasing.erase_due() == 1
    assert not Therapy.objects.filter(pk=cast.therapy.pk).exists()


@pytest.mark.parametrize("stays", ["nowhere", "with another therapist", "as staff"])
def test_a_client_goes_with_their_last_therapy(cast, stays):
    cast.therapy.end(by=cast.tess)
    Therapy.objects.filter(pk=cast.therapy.pk).update(kept_until=timezone.now())
    if stays == "with another therapist":
        casting.therapy(cast.harbour, cast.otto, cast.cleo)
    if stays == "as staff":
        casting.member(cast.cleo, cast.harbour, is_therapist=True)
    erasing.erase_due()
    cleo = User.objects.get(pk=cast.cleo.pk)
    assert cleo.is_active == bool(cleo.email) == bool(cleo.name) == (stays != "nowhere")


# --- what is left ---


def rows():
    """{table: the text of each of its rows}, as the catalog knows the tables."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        found = {}
        for table in sorted(table for (table,) in cursor.fetchall()):
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            found[table] = [text for (text,) in cursor.fetchall()]
    return found


UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def hanging_from(ids):
    """Ids of all rows that hang from these, however far, and the tables they are in."""
    ids, tables, grew = set(ids), set(), True
    everything = {table: each for table, each in rows().items() if table not in NAMED}
    while grew:
        before = len(ids)
        for table, texts in everything.items():
            for text in texts:
                named = UUID.findall(text)
                if ids & set(named):
                    tables.add(table)
                    # A row's own id comes first.
                    ids.add(named[0])
        grew = len(ids) > before
    return ids, tables


def tables_of_therapies():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name FROM information_schema.columns"
            " WHERE table_schema = 'public' AND column_name = 'therapy_id'"
        )
        return {table for (table,) in cursor.fetchall()} - set(NAMED)


def test_no_table_holds_a_row_or_a_word_of_them_but_those_named():
    w, other = fill(), fill("other")
    client = Client()
    client.force_login(w.client)
    Copy.ask(w.client, "data")
    Therapy.objects.filter(pk=w.invited.pk).update(client=w.client, lead=w.deputy)
    ids, tables = hanging_from(str(each.pk) for each in (w.therapy, w.past, w.invited))
    missing = tables_of_therapies() - tables
    assert not missing, f"tests/everything.py fills no row of {missing}"
    others = {table: len(texts) for table, texts in rows().items()}

    asked(w.client)
    erasing.erase_due()
    years_later()
    erasing.erase_due()

    left = rows()
    words = [*ids, str(w.client.pk), "everything-client@example.org", "Everything-Client"]
    found = {t for t, texts in left.items() for text in texts if any(x in text for x in words)}
    assert found <= set(NAMED) and others.keys() == left.keys()
    assert other.therapy.entries.exists()
    assert "example.org" not in str(vars(User.objects.get(pk=w.client.pk)))


def test_the_audit_stays_and_its_chain_holds(cast):
    AuditSeal.seal_new_events()
    asked(cast.cleo)
    erasing.erase_due()
    years_later()
    erasing.erase_due()
    AuditSeal.seal_new_events()
    assert AuditEvent.objects.filter(therapy_id=cast.therapy.pk).exists()
    assert flaw_in(cast.harbour.pk) is None


def test_the_sign_in_is_gone_and_the_receipt_is_on_its_way(
    signed_in, cast, django_capture_on_commit_callbacks
):
    client = signed_in(cast.cleo)
    wish = asked(cast.cleo)
    with django_capture_on_commit_callbacks(execute=True):
        erasing.erase_due()
    assert client.get("/me/").url.startswith("/accounts/login/")
    (receipt,) = mail.outbox
    assert wish.number in receipt.body and receipt.to == ["cleo@example.org"]
    assert "Cleo" not in receipt.body and not Letter.objects.open().exists()


def test_who_works_in_a_clinic_keeps_their_sign_in(cast):
    asked(cast.cleo)
    cast.harbour.memberships.create(user=cast.cleo, is_therapist=True)
    erasing.erase_due()
    assert User.objects.get(pk=cast.cleo.pk).name == "Cleo"
    assert not Therapy.objects.of_client(cast.cleo).exists()


# --- a round that dies, and a backup that comes back ---


def test_a_round_that_dies_goes_on_where_it_was(monkeypatch):
    w = fill()
    asked(w.client)
    real, died = erasing.lock_away, []

    def dies_once(therapy, **facts):
        real(therapy, **facts)
        if not died:
            died.append(therapy.pk)
            raise ConnectionError

    monkeypatch.setattr(erasing, "lock_away", dies_once)
    assert erasing.erase_due() == 0
    # All or nothing: the one it died at is as it was.
    assert Therapy.objects.of_client(w.client).filter(pk=died[0]).exists()
    assert erasing.erase_due() == 1
    assert (
        Therapy.objects.locked_away().count() == 2
        and not Therapy.objects.of_client(w.client).exists()
    )


def test_one_that_cannot_be_erased_keeps_nobody_else_here(cast, monkeypatch, caplog):
    for user in (cast.cleo, cast.carl):
        asked(user)
    real = erasing.finish

    def fails(wish):
        if wish.user_id == cast.cleo.pk:
            raise ValueError("Dear diary")
        real(wish)

    monkeypatch.setattr(erasing, "finish", fails)
    assert erasing.erase_due() == 1 and not User.objects.get(pk=cast.carl.pk).is_active
    assert "ValueError" in caplog.text and "diary" not in caplog.text


def test_what_a_restored_backup_brings_back_is_erased_again():
    w = fill()
    wish = asked(w.client)
    backup = transaction.savepoint()
    erasing.erase_due()
    until = Therapy.objects.get(pk=w.therapy.pk).locked_away_until
    Therapy.objects.filter(pk=w.past.pk).update(locked_away_until=timezone.now())
    erasing.erase_due()
    kept = StringIO()
    call_command("list_erasures", stdout=kept)
    transaction.savepoint_rollback(backup)
    assert User.objects.get(pk=w.client.pk).is_active and not Erased.objects.exists()

    text = kept.getvalue()
    assert "everything" not in text.lower()
    assert replay(text.splitlines()) == 4
    assert not Therapy.objects.filter(pk=w.past.pk).exists()
    assert Therapy.objects.get(pk=w.therapy.pk).locked_away_until == until
    assert not User.objects.get(pk=w.client.pk).is_active
    assert replay(chain(text.splitlines(), lines())) == 0 and wish.number


SOMEBODY = f'"row": "{uuid4()}"'
CUT_OFF = [
    '{"what": "person", "ro',
    "{}",
    "[]",
    '{"what": "person", "row": 1}',
    f'{{"what": "x", {SOMEBODY}}}',
    f'{{"what": "locked_away", {SOMEBODY}}}',
    f'{{"what": "locked_away", {SOMEBODY}, "until": "soon"}}',
]


@pytest.mark.parametrize("last", CUT_OFF, ids=range(len(CUT_OFF)))
def test_a_list_that_was_cut_off_erases_nothing(cast, tmp_path, last):
    whole = json.dumps({"what": "therapy", "row": str(cast.therapy.pk), "until": None, "at": ""})
    kept = tmp_path / "erasures.jsonl"
    kept.write_text(f"{whole}\n\n{last}\n")
    with pytest.raises(CommandError, match="Line 3 is none of list_erasures. Nothing was erased."):
        call_command("replay_erasures", str(kept))
    assert Therapy.objects.filter(pk=cast.therapy.pk).exists()
    kept.write_text(whole)
    call_command("replay_erasures", str(kept))
    assert not Therapy.objects.filter(pk=cast.therapy.pk).exists()


def test_a_list_that_is_not_there_is_told():
    with pytest.raises(CommandError, match="/nowhere/list: No such file"):
        call_command("replay_erasures", "/nowhere/list")


def test_a_file_that_is_no_text_is_told(tmp_path):
    (tmp_path / "list").write_bytes(b"\xff")
    with pytest.raises(CommandError, match="no text. Nothing was erased."):
        call_command("replay_erasures", str(tmp_path / "list"))


@pytest.mark.django_db(transaction=True)
def test_two_rounds_at_once_keep_what_the_law_keeps():
    here, tess, cleo = casting.clinic("Harbour"), casting.person("tess"), casting.person("cleo")
    pk = casting.therapy(here, tess, cleo).pk
    read_before = [Therapy.objects.get(pk=pk) for _ in range(2)]
    at_once(lambda n: erasing.lock_away_or_erase(read_before[n], by=cleo))
    assert Therapy.objects.locked_away().get().pk == pk
    assert [row.what for row in Erased.objects.all()] == ["locked_away"]


def test_a_wish_from_a_backup_may_have_been_taken_back_since(
    fresh, cast, django_capture_on_commit_callbacks
):
    """Its owner is told, and has all their days to take it back again."""
    wish = asked(cast.cleo)
    with django_capture_on_commit_callbacks(execute=True):
        call_command("replay_erasures", stdout=StringIO())
    erasing.erase_due()
    (notice,) = mail.outbox
    assert wish.number in notice.body and notice.to == ["cleo@example.org"]
    cast.therapy.refresh_from_db()
    assert cast.therapy.is_open and cast.therapy.leaves_at > timezone.now()
    fresh.post("/me/erasure/undo/")
    assert Erasure.objects.get().undone_at


def test_a_sign_in_that_was_shut_before_the_backup_is_forgotten_again(cast):
    asked(cast.cleo)
    User.objects.filter(pk=cast.cleo.pk).update(is_active=False)
    backup = transaction.savepoint()
    erasing.erase_due()
    kept = list(lines())
    transaction.savepoint_rollback(backup)
    replay(kept)
    assert "cleo" not in str(vars(User.objects.get(pk=cast.cleo.pk))).lower()
    assert replay(kept) == 0
