"""Clients sign in by six figures from an e-mail; staff never do."""

import re
from datetime import timedelta

import pytest
import time_machine
from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from django.test import Client
from django.utils import timezone

from tests.cast import member

pytestmark = pytest.mark.django_db

ASK, CONFIRM = "/accounts/login/code/", "/accounts/login/code/confirm/"


@pytest.fixture
def ask(client, cast, mailoutbox, django_capture_on_commit_callbacks):
    """Ask for a code; returns the mail that went out."""

    def ask(name, next="", by=client):
        by.cookies.clear()
        with django_capture_on_commit_callbacks(execute=True):
            answer = by.post(ASK, {"email": f"{name}@example.org", "next": next})
        assert answer.status_code == 302 and answer.url.startswith(CONFIRM)
        return mailoutbox[-1]

    return ask


def code_in(mail):
    return re.search(r"^\d{6}$", mail.body, re.M)[0]


def is_in(client):
    return "_auth_user_id" in client.session


def test_six_figures_sign_a_client_in_and_lead_on(client, cast, ask):
    mail = ask("cleo", next="/goals/")
    assert mail.subject == "Your code" and not is_in(client)
    answer = client.post(CONFIRM, {"code": code_in(mail), "next": "/goals/"})
    assert answer.url == "/goals/"
    assert client.session["_auth_user_id"] == str(cast.cleo.pk)


@pytest.mark.parametrize("name", ["tess", "ada", "nobody"])
def test_staff_and_strangers_get_the_same_page_and_no_code(client, ask, name):
    mail = ask(name)
    assert mail.subject == "About your sign-in" and not re.search(r"^\d", mail.body, re.M)
    assert f"code to <b>{name}@example.org</b>" in client.get(CONFIRM).text


def test_a_client_who_begins_to_work_in_a_clinic_is_staff(cast, ask):
    member(cast.cleo, cast.meadow, is_therapist=True)
    assert ask("cleo").subject == "About your sign-in"


def test_a_second_step_is_asked_for_after_it(client, cast, ask):
    cast.cleo.authenticator_set.create(type="totp", data={})
    code = code_in(ask("cleo"))
    assert client.post(CONFIRM, {"code": code}).url == "/accounts/2fa/authenticate/"
    assert not is_in(client)


def test_a_code_is_good_where_it_was_asked_for(client, ask):
    elsewhere, code = Client(), code_in(ask("cleo"))
    ask("cleo", by=elsewhere)
    assert elsewhere.post(CONFIRM, {"code": code}).status_code == 422
    assert client.post(CONFIRM, {"code": code}).status_code == 302


def test_a_code_works_once(client, ask):
    code = code_in(ask("cleo"))
    client.post(CONFIRM, {"code": code})
    client.logout()
    assert client.post(CONFIRM, {"code": code}).url == ASK and not is_in(client)


def test_a_code_lasts_ten_minutes(client, ask):
    code, now = code_in(ask("cleo")), timezone.now()
    with time_machine.travel(now + timedelta(minutes=10, seconds=1)):
        assert client.post(CONFIRM, {"code": code}).url == ASK and not is_in(client)


def test_the_fourth_try_fails_even_if_it_is_right(client, ask):
    code = code_in(ask("cleo"))
    wrong = "000000" if code != "000000" else "000001"
    answers = [client.post(CONFIRM, {"code": wrong}) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [422, 422, 302]
    assert client.post(CONFIRM, {"code": code}).url == ASK and not is_in(client)


def test_tries_of_the_same_moment_are_counted_too(client, ask, monkeypatch):
    """What the session counts is lost where requests run side by side: here, always."""
    code = code_in(ask("cleo"))
    monkeypatch.setattr(LoginCodeVerificationProcess, "record_invalid_attempt", lambda _self: True)
    wrong = "000000" if code != "000000" else "000001"
    answers = [client.post(CONFIRM, {"code": wrong}).status_code for _ in range(4)]
    assert answers == [422, 422, 422, 429]
    assert client.post(CONFIRM, {"code": code}).status_code == 429 and not is_in(client)


def test_a_new_code_makes_the_old_one_worthless(client, ask, mailoutbox):
    old = code_in(ask("cleo"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.db.transaction.on_commit", lambda send, **_: send())
        client.post(CONFIRM, {"action": "resend"})
    new = code_in(mailoutbox[-1])
    assert old != new and client.post(CONFIRM, {"code": old}).status_code == 422
    assert client.post(CONFIRM, {"code": new}).status_code == 302


def test_nobody_is_flooded_with_codes(client, ask):
    for _ in range(3):
        ask("cleo")
    client.cookies.clear()
    refused = client.post(ASK, {"email": "Cleo@example.org"})
    assert refused.status_code == 429 and 200 < int(refused.headers["Retry-After"]) <= 600


def test_thirty_guesses_a_day(client, cast):
    now, taken = timezone.now(), 0
    for tenth in range(100):
        with time_machine.travel(now + timedelta(minutes=11 * tenth)):
            client.cookies.clear()
            taken += client.post(ASK, {"email": "cleo@example.org"}).status_code == 302
    assert taken == 10


def test_a_closed_account_gets_none(cast, ask):
    cast.cleo.is_active = False
    cast.cleo.save(update_fields=["is_active"])
    assert ask("cleo").subject == "About your sign-in"


def test_it_proves_the_address(client, cast, ask):
    cast.cleo.emailaddress_set.update(verified=False)
    client.post(CONFIRM, {"code": code_in(ask("cleo"))})
    assert cast.cleo.may_be_mailed and is_in(client)
