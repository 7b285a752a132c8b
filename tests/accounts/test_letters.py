"""Mails of accounts: kept with what they tell, sent at once, tried again, and then forgotten."""

import json
import logging
import re
from contextlib import suppress
from datetime import timedelta
from threading import Barrier, BrokenBarrierError
from time import monotonic

import pytest
from django.core import mail
from django.db import InterfaceError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts import emails
from accounts.models import DeliveryProblem, Invitation, Letter, Therapy
from accounts.models.letter import LetterQuerySet
from accounts.post import Permanent
from reminders import engine
from reminders.models import Recipient
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)
CODE = r"\b\d{4}-?\d{4}\b"
DOWN, REFUSING = "tests.accounts.mail.Down", "tests.accounts.mail.Refusing"


@pytest.fixture
def server(settings):
    """Say how the mail server is; said without a word, it is well again."""
    well = settings.EMAIL_BACKEND

    def become(backend=well):
        settings.EMAIL_BACKEND = backend

    return become


def ask_for_a_code(client, address):
    return client.post("/accounts/password/reset/", {"email": address})


def now_due(**facts):
    Letter.objects.update(next_attempt_at=timezone.now() - timedelta(seconds=1), **facts)


def test_a_code_leaves_with_the_answer_and_its_text_is_erased(client, cast):
    ask_for_a_code(client, cast.cleo.email)
    letter = Letter.objects.get()
    assert (letter.state, letter.text, letter.attempts) == ("sent", None, 0)
    assert mail.outbox[0].extra_headers["Message-ID"].startswith(f"<{letter.pk}@")


def test_what_is_taken_back_with_its_transaction_was_never_written(cast):
    with pytest.raises(RuntimeError), transaction.atomic():
        emails.send_later(emails.write("second_factor_reset", cast.tess.email))
        raise RuntimeError
    assert not Letter.objects.exists() and mail.outbox == []


def test_a_code_that_could_not_leave_is_sent_by_the_next_tick(client, cast, server):
    server(DOWN)
    ask_for_a_code(client, cast.cleo.email)
    assert "It is tried again" in client.get("/accounts/login/").text
    server()
    now_due()
    assert engine.tick() == {"sent": 1}
    assert re.search(CODE, mail.outbox[0].body) and Letter.objects.get().text is None


def test_a_letter_that_its_web_process_left_behind_is_sent(cast, monkeypatch):
    """The process was killed between its commit and the send."""
    monkeypatch.setattr(emails, "send", lambda letter, request: None)
    emails.send_later(emails.write("second_factor_reset", cast.tess.email))
    assert engine.tick() == {} and mail.outbox == []
    now_due()
    assert engine.tick() == {"sent": 1}


def test_a_line_that_is_cut_while_a_letter_is_noted_is_mended_and_nothing_sent_again(
    client, cast, server, monkeypatch
):
    server(DOWN)
    ask_for_a_code(client, cast.cleo.email)
    server()
    now_due()
    finish, cut = LetterQuerySet.finish, [InterfaceError("connection already closed")]

    def note(letters, *facts):
        if cut:
            raise cut.pop()
        return finish(letters, *facts)

    monkeypatch.setattr(LetterQuerySet, "finish", note)
    assert engine.tick() == {"sent": 1}
    now_due()
    assert engine.tick() == {} and len(mail.outbox) == 1


def test_a_code_that_has_run_out_is_not_sent(client, cast, server):
    server(DOWN)
    ask_for_a_code(client, cast.cleo.email)
    server()
    now_due(not_after=timezone.now())
    assert engine.tick() == {"expired": 1}
    assert mail.outbox == [] and Letter.objects.get().text is None


def test_of_two_codes_only_the_newer_is_sent(client, cast, server):
    server(DOWN)
    for _press in range(2):
        ask_for_a_code(client, cast.cleo.email)
    server()
    now_due()
    assert engine.tick() == {"sent": 1}
    states = Letter.objects.order_by("created_at").values_list("state", flat=True)
    assert list(states) == ["cancelled", "sent"]


def test_of_two_at_the_same_moment_one_waits_to_be_sent(cast):
    both = Barrier(2)

    def write(_n):
        with transaction.atomic(), suppress(BrokenBarrierError):
            mail = emails.write("second_factor_reset", cast.tess.email)
            Letter.write(mail, about=cast.tess.pk, of_use=timedelta(hours=1))
            both.wait(0.5)

    at_once(write)
    assert sorted(Letter.objects.values_list("state", flat=True)) == ["cancelled", "open"]


def test_an_invitation_taken_back_is_not_sent(cast, server):
    facts = {"email": "nell@example.org", "as_admin": True, "as_therapist": False}
    invitation = Invitation.send_to_member(cast.harbour, by=cast.ada, **facts)
    server(DOWN)
    letter = emails.write("member_invitation", invitation.email, invitation=invitation)
    emails.send_later(letter, about=invitation.pk)
    invitation.revoke(by=cast.ada)
    server()
    now_due()
    assert engine.tick() == {} and mail.outbox == []


def test_after_several_tries_it_is_given_up_with_an_alarm(client, cast, server, caplog):
    server(DOWN)
    ask_for_a_code(client, cast.cleo.email)
    Letter.objects.update(not_after=timezone.now() + timedelta(days=1))
    outcomes = []
    while Letter.objects.open().exists():
        now_due()
        outcomes += engine.tick()
    assert outcomes == ["waiting"] * 5 + ["dead"]
    assert "is given up after 7 tries" in caplog.text
    assert Letter.objects.get().text is None


def test_a_mailbox_that_refuses_is_shown_to_staff(client, cast, server):
    server(REFUSING)
    ask_for_a_code(client, cast.cleo.email)
    assert not DeliveryProblem.objects.exists()
    now_due()
    assert engine.tick() == {"failed": 1}
    problem = DeliveryProblem.objects.get()
    assert (problem.user, problem.clinic, problem.code) == (cast.cleo, cast.harbour, "bounced")


def test_a_therapist_reads_that_an_invitation_came_back(cast, server, signed_in):
    therapy = Therapy.begin(clinic=cast.harbour, lead=cast.tess, client_name="Nell", by=cast.tess)
    invitation = Invitation.send_to_client(therapy, email="nell@example.org", by=therapy.lead)
    server(REFUSING)
    emails.send_later(emails.write("invitation", invitation.email, invitation=invitation),
                      about=invitation.pk)  # fmt: skip
    page = signed_in(therapy.lead)
    address = f"/caseload/{therapy.pk}/invitation/"
    assert "did not arrive" not in page.get(address).text
    now_due()
    engine.tick()
    assert "did not arrive" in page.get(address).text


@pytest.mark.parametrize(
    "backend", [DOWN, REFUSING, "django.core.mail.backends.dummy.EmailBackend"]
)
def test_an_address_that_nobody_has_costs_the_same(client, cast, server, backend):
    server(backend)
    asked = []
    for address in (cast.cleo.email, "nobody@example.org"):
        with CaptureQueriesContext(connection) as queries:
            ask_for_a_code(client, address)
        asked.append([each["sql"].split()[0] for each in queries if "letter" in each["sql"]])
    assert asked[0] == asked[1] and len(asked[0]) >= 2


def test_neither_the_table_nor_the_log_tells_to_whom(client, cast, server, caplog):
    server(DOWN)
    with caplog.at_level(logging.DEBUG, "midweek"):
        ask_for_a_code(client, cast.cleo.email)
        [row] = Letter.objects.values()
        secrets = [cast.cleo.email, *re.findall(CODE, Letter.objects.get().opened["body"])]
        now_due()
        engine.tick()
    row["text"] = bytes(row["text"]).decode("latin-1")
    stored = json.dumps(row, default=str)
    assert len(secrets) == 2
    assert not [word for word in secrets if word in stored + caplog.text]


def test_a_letter_that_waits_too_long_is_told_to_the_watchdog(client, cast, server):
    server(DOWN)
    ask_for_a_code(client, cast.cleo.email)
    assert client.get("/healthz/reminders").status_code == 200
    Letter.objects.update(next_attempt_at=timezone.now() - timedelta(minutes=6))
    assert client.get("/healthz/reminders").status_code == 503


def test_a_page_does_not_wait_for_a_mail_server_that_does_not_come_to_an_end(
    client, cast, server, monkeypatch
):
    monkeypatch.setattr(emails, "PATIENCE", 0.1)
    server("tests.accounts.mail.Dripping")
    begun = monotonic()
    ask_for_a_code(client, cast.cleo.email)
    assert monotonic() - begun < 5
    letter = Letter.objects.get()
    assert (letter.state, letter.failures, letter.error) == ("open", 1, "TooSlow")


def test_what_somebody_else_has_taken_is_not_put_off(client, cast, server):
    """A sender that was stopped past its lease finds that the letter is no longer its own."""
    server(DOWN)
    ask_for_a_code(client, cast.cleo.email)
    now_due()
    stopped = Letter.objects.take()
    now_due()
    moment = Letter.objects.take().next_attempt_at
    assert stopped.not_sent(OSError()) == stopped.not_sent(Permanent()) == "lost"
    letter = Letter.objects.get()
    assert (letter.state, letter.failures, letter.attempts) == ("open", 1, 2)
    assert letter.next_attempt_at > moment


def test_letters_are_forgotten_after_a_month(client, cast):
    ask_for_a_code(client, cast.cleo.email)
    assert not Letter.objects.forgotten().exists()
    Letter.objects.update(finished_at=timezone.now() - timedelta(days=31))
    assert Letter.objects.forgotten().exists()
    assert Recipient.objects.exists()
