"""Holes that were mended in django-allauth and Django and would be ours: each stays shut.

Those of limits stand in test_limits.py, those of passkeys in tests/browser/test_passkeys.py.
"""

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import generate_totp_secret
from allauth.mfa.utils import encrypt
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client
from django.utils import timezone

from accounts.models import User
from tests.accounts.test_second_factor import code_of, enrol
from tests.accounts.test_sign_in import code_in, sign_in
from tests.threads import at_once

pytestmark = pytest.mark.django_db

SECOND = "/accounts/2fa/authenticate/"


def second(client, code):
    return client.post(SECOND, {"code": code})


def is_in(client, person):
    return client.session.get("_auth_user_id") == str(person.pk)


@pytest.fixture
def app(client, cast):
    """Tess' authenticator app: its secret. She is signed out."""
    Authenticator.objects.all().delete()
    secret = enrol(client, cast.tess)
    client.logout()
    return secret


def test_a_code_used_once_is_used_in_any_notation(client, cast, app):
    """django-allauth 65.20.1: `123 456` after `123456`. That of 0.61: the code itself again."""
    # A code is another after half a minute: however slow the machine, all of this is one moment.
    with time_machine.travel(timezone.now(), tick=False):
        code = code_of(app)
        for again in (code, f"{code[:3]} {code[3:]}", f"{code[:3]}-{code[3:]}"):
            sign_in(client, "tess@example.org")
            last = second(client, again)
            client.logout()
            assert (last.status_code == 302) == (again == code)


def test_a_cancelled_sign_in_leaves_nothing_to_the_next_person(client, cast, app):
    """django-allauth 65.20.0: one account's password counted towards another's sign-in."""
    other = {"secret": encrypt(generate_totp_secret())}
    cast.cleo.authenticator_set.create(type="totp", data=other)
    sign_in(client, "tess@example.org")
    client.post("/accounts/logout/", {"next": "/accounts/login/"})
    assert sign_in(client, "cleo@example.org").url == SECOND
    assert second(client, code_of(app)).status_code == 422
    assert not is_in(client, cast.cleo) and not is_in(client, cast.tess)


def test_a_fresh_sign_in_is_not_asking_again(client, cast):
    """django-allauth 65.20.0: it counted, so an open browser changed factors unasked."""
    sign_in(client, "cleo@example.org")
    answer = client.get("/accounts/2fa/totp/activate/")
    assert answer.url.startswith("/accounts/reauthenticate/")


def test_strangers_passkeys_lock_nobody_out(client, cast, app):
    """django-allauth 65.20.1: tries with somebody's id counted against their codes."""
    forged = '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"userHandle": "%s"}}'
    for _ in range(20):
        Client().post("/accounts/2fa/webauthn/login/", {"credential": forged % cast.tess.pk.hex})
    sign_in(client, "tess@example.org")
    assert second(client, code_of(app)).status_code == 302


def test_no_host_is_everybodys(client, cast, settings):
    """django-allauth 65.19.5: with `*` allowed, any address was one of ours."""
    settings.ALLOWED_HOSTS = ["*"]
    answer = sign_in(client, "cleo@example.org", next="https://evil.test/")
    assert answer.url == "/"


def test_a_new_address_counts_once_it_is_proved(client, cast):
    """django-allauth 65.12.1 and 65.14.1: changing the address."""
    sign_in(client, "cleo@example.org")
    client.post("/accounts/reauthenticate/", {"password": "correct-horse-9", "next": "/me/"})
    client.post("/accounts/email/", {"action_add": "", "email": "new@example.org"})
    cast.cleo.refresh_from_db()
    assert cast.cleo.email == "cleo@example.org"
    client.post("/accounts/confirm-email/", {"code": "0000-0000"})
    client.logout()
    assert sign_in(client, "new@example.org").status_code == 422
    assert sign_in(client, "cleo@example.org").status_code == 302


def test_nobody_takes_an_address_that_is_another_persons(
    client, cast, mailoutbox, django_capture_on_commit_callbacks
):
    sign_in(client, "cleo@example.org")
    client.post("/accounts/reauthenticate/", {"password": "correct-horse-9", "next": "/me/"})
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/accounts/email/", {"action_add": "", "email": "carl@example.org"})
    client.post("/accounts/confirm-email/", {"code": code_in(mailoutbox[-1])})
    cast.carl.refresh_from_db(), cast.cleo.refresh_from_db()
    assert (cast.carl.email, cast.cleo.email) == ("carl@example.org", "cleo@example.org")


def test_a_clinic_is_not_founded_without_a_password(client, db):
    """django-allauth 65.11.1: an empty one was stored as one."""
    founder = {"name": "N", "clinic": "Hill", "email": "n@example.org", "password1": ""}
    assert client.post("/accounts/signup/", founder).status_code == 422
    assert not User.objects.exists()


def test_no_second_step_with_an_address_that_is_not_proved(client, cast):
    """django-allauth 64.2.1: somebody else's address could be locked up."""
    cast.cleo.emailaddress_set.update(verified=False)
    client.force_login(cast.cleo)
    client.post("/accounts/reauthenticate/", {"password": "correct-horse-9", "next": "/me/"})
    for kind in ("totp/activate", "webauthn/add"):
        client.post(f"/accounts/2fa/{kind}/", {"code": "123456"})
    assert not cast.cleo.authenticator_set.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kind", ["totp", "recovery_codes"])
def test_a_code_sent_at_once_by_several_opens_once(cast, kind):
    """django-allauth 65.19.3."""
    Authenticator.objects.all().delete()
    secret = enrol(Client(), cast.tess)
    row = Authenticator.objects.get(user=cast.tess, type="recovery_codes")
    code = code_of(secret) if kind == "totp" else RecoveryCodes(row).generate_codes()[0]
    windows = [Client() for _ in range(3)]
    for window in windows:
        sign_in(window, "tess@example.org")
    answers = at_once(lambda n: second(windows[n], code).status_code, times=3)
    assert sorted(answers) == [302, 422, 422]


def test_an_account_without_a_password_costs_a_hash_too(client, cast, monkeypatch):
    """CVE-2024-39329: it answered at once, so it was known."""
    User.objects.create_user("bare@example.org")
    done, encode = [], MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda *a: done.append(1) or encode(*a))
    sign_in(client, "bare@example.org", "wrong-horse-99")
    assert len(done) == 1


@pytest.mark.parametrize("path", ["/accounts/password/reset/", "/accounts/login/code/"])
def test_a_mail_server_that_is_down_betrays_nobody(
    client, cast, settings, path, django_capture_on_commit_callbacks
):
    """CVE-2024-45231: only for known addresses did the page break."""
    settings.EMAIL_BACKEND = "tests.accounts.mail.Down"
    for name in ("cleo", "nobody"):
        client.cookies.clear()
        with django_capture_on_commit_callbacks(execute=True):
            answer = client.post(path, {"email": f"{name}@example.org"})
        assert answer.status_code == 302 and "Look in your e-mail" in client.get(answer.url).text


def test_an_endless_language_is_none(client, db):
    """CVE-2024-39614."""
    endless = {"HTTP_ACCEPT_LANGUAGE": "x" * 5000}
    assert client.get("/accounts/login/", **endless).status_code == 200
    assert client.post("/language/", {"language": "x-" * 3000}, **endless).status_code == 302


def test_an_address_forges_no_line_of_the_log(client, db, caplog):
    """CVE-2025-48432."""
    client.get("/nowhere%0AERROR forged: all is well")
    assert not [record for record in caplog.records if "\n" in record.getMessage()]
