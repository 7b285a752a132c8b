"""Guessing and flooding have an end, each by its own count; one office is never locked out."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client, override_settings
from django.utils import timezone
from redis.connection import AbstractConnection

from tests.accounts.test_second_factor import code_of, enrol

pytestmark = pytest.mark.django_db

LOGIN, RESET, SIGN_UP = "/accounts/login/", "/accounts/password/reset/", "/accounts/signup/"
WRONG = {"password": "wrong-horse-99"}
SECOND = "/accounts/2fa/authenticate/"
KEY = '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {}}'


def to(client, path, data, network="203.0.113.1"):
    return client.post(path, data, REMOTE_ADDR=network)


def somebody(number):
    return {"login": f"nobody-{number}@example.org", "email": f"nobody-{number}@example.org"}


BY_NETWORK = [
    (LOGIN, 120, {}, 60),
    (LOGIN, 60, WRONG, 60),
    (RESET, 60, {"next": ""}, 600),
    (SIGN_UP, 10, {}, 600),
    ("/accounts/2fa/webauthn/login/", 120, {}, 60),
]


@pytest.mark.parametrize(("path", "most", "data", "seconds"), BY_NETWORK)
def test_a_network_may_try_so_often(client, cast, path, most, data, seconds):
    asked = [to(client, path, data | (somebody(n) if data else {})) for n in range(most)]
    assert {answer.status_code for answer in asked} <= {302, 422}
    refused = to(client, path, data | somebody("last"))
    assert refused.status_code == 429
    assert seconds - 40 < int(refused.headers["Retry-After"]) <= seconds
    elsewhere = to(client, path, data, network="203.0.113.2")
    assert elsewhere.status_code in (302, 422)


def test_networks_of_one_house_are_one(client, cast):
    """A house has 2^64 addresses to change through (django-allauth 65.17)."""
    for number in range(10):
        to(client, SIGN_UP, {}, network=f"2001:db8::{number + 1:x}")
    assert to(client, SIGN_UP, {}, network="2001:db8::ffff").status_code == 429
    assert to(client, SIGN_UP, {}, network="2001:db8:0:1::1").status_code == 422


def test_a_password_is_tried_so_often_from_wherever(client, cast):
    guess = {"login": "cleo@example.org"} | WRONG
    asked = [to(client, LOGIN, guess, network=f"203.0.113.{n}") for n in range(5)]
    assert {answer.status_code for answer in asked} == {422}
    refused = to(client, LOGIN, guess, network="203.0.113.200")
    assert refused.status_code == 429 and 200 < int(refused.headers["Retry-After"]) <= 300


def test_a_new_password_is_asked_for_so_often_from_one_network(client, cast):
    """From another it can always be asked for: nobody elsewhere uses up the owner's way back."""
    asked = [to(client, RESET, {"email": "cleo@example.org"}) for _ in range(5)]
    assert {answer.status_code for answer in asked} == {302}
    refused = to(client, RESET, {"email": "cleo@example.org"})
    assert refused.status_code == 429 and 500 < int(refused.headers["Retry-After"]) <= 600
    assert "a mail is on its way" in refused.text
    elsewhere = to(client, RESET, {"email": "cleo@example.org"}, network="203.0.113.200")
    assert elsewhere.status_code == 302


def test_whose_mails_of_a_day_are_used_up_reads_when_the_next_one_goes(client, cast, settings):
    limits = {**settings.ACCOUNT_RATE_LIMITS, "new_password": "2/d/key"}
    settings.ACCOUNT_RATE_LIMITS = limits
    *_, refused = [to(client, RESET, {"email": "cleo@example.org"}) for _ in range(3)]
    assert refused.status_code == 429 and "Ask for the next one tomorrow" in refused.text


def guess_slowly(times):
    now = timezone.now()
    for number in range(times):
        with time_machine.travel(now + timedelta(minutes=2 * number)):
            assert to(Client(), LOGIN, {"login": "cleo@example.org"} | WRONG).status_code == 422
    return now + timedelta(days=5)


@pytest.fixture
def guessed(cast, settings):
    """The password is shut to strangers: here ten tries are what is allowed in a month."""
    limit = settings.ACCOUNT_RATE_LIMITS["login_failed"].replace("100/30d", "10/30d")
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "login_failed": limit}
    with time_machine.travel(guess_slowly(10)):
        yield


RIGHT = {"login": "cleo@example.org", "password": "correct-horse-9"}


def test_slow_guessing_ends_too(client, cast):
    """A hundred in a month, however slowly; and the answer says how long, and what helps."""
    with time_machine.travel(guess_slowly(100)):
        answer = to(client, LOGIN, RIGHT)
    assert answer.status_code == 429 and "Set a new password by e-mail" in answer.text
    assert int(answer.headers["Retry-After"]) > 24 * 24 * 3600


def test_strangers_shut_nobody_out_of_a_browser_of_their_own(client, cast, request):
    to(client, LOGIN, RIGHT)
    mark = client.cookies["known"].value
    request.getfixturevalue("guessed")
    own = Client()
    own.cookies["known"] = mark
    assert to(own, LOGIN, RIGHT).status_code == 302
    # Nor does it open the door to guessing.
    own = Client()
    own.cookies["known"] = mark
    tries = [to(own, LOGIN, {"login": "cleo@example.org"} | WRONG) for _ in range(6)]
    assert [answer.status_code for answer in tries] == [422] * 5 + [429]


def test_a_mark_of_ones_own_counts_for_nobody_else(client, guessed):
    to(client, LOGIN, {"login": "carl@example.org", "password": "correct-horse-9"})
    mark = client.cookies["known"].value
    other = Client()
    other.cookies["known"] = mark
    assert to(other, LOGIN, RIGHT).status_code == 429


def test_a_new_password_by_e_mail_opens_it_again(client, cast, guessed, set_anew):
    set_anew(client, cast.cleo)
    answer = to(client, LOGIN, {"login": "cleo@example.org", "password": NEW})
    assert answer.status_code == 302 and "_auth_user_id" in client.session


NEW = "violet tram over hills"


@pytest.fixture
def set_anew(mailoutbox, django_capture_on_commit_callbacks):
    """A new password, by the code from the mail."""

    def set_anew(client, user):
        with django_capture_on_commit_callbacks(execute=True):
            to(client, RESET, {"email": user.email})
        code = re.search(r"^\d{4}-?\d{4}$", mailoutbox[-1].body, re.M)[0]
        client.post("/accounts/password/reset/confirm/", {"code": code})
        new = dict.fromkeys(("password1", "password2"), NEW)
        assert client.post("/accounts/password/reset/complete/", new).status_code == 302

    return set_anew


def test_who_lets_others_see_the_phone_leaves_no_mark_on_it(client, cast):
    cast.cleo.others_see_phone = True
    cast.cleo.save(update_fields=["others_see_phone"])
    assert to(client, LOGIN, RIGHT).status_code == 302 and "known" not in client.cookies


@pytest.mark.parametrize("person", ["cleo", "tess"])
def test_a_code_is_guessed_five_times(client, cast, person):
    """At the second step, and where the app is set up (django-allauth 65.19.2)."""
    user = getattr(cast, person)
    user.authenticator_set.all().delete()
    enrol(client, user)
    client.logout()
    to(client, LOGIN, {"login": user.email, "password": "correct-horse-9"})
    for _ in range(5):
        assert to(client, "/accounts/2fa/authenticate/", {"code": "000000"}).status_code == 422
    assert to(client, "/accounts/2fa/authenticate/", {"code": "000000"}).status_code == 429


def to_the_second_step(client, user):
    to(client, LOGIN, {"login": user.email, "password": "correct-horse-9"})
    return client


def test_who_has_the_password_alone_shuts_the_owner_out_of_nothing(client, cast):
    """Codes are guessed from browsers of strangers until there are no more tries for those."""
    cast.tess.authenticator_set.all().delete()
    to_the_second_step(client, cast.tess)
    secret = enrol(client, cast.tess)
    client.post("/accounts/logout/")
    stranger = to_the_second_step(Client(), cast.tess)
    guesses = [to(stranger, SECOND, {"code": "000000"}).status_code for _ in range(6)]
    assert guesses == [422] * 5 + [429]
    passkey = to(stranger, SECOND, {"credential": KEY}).context["webauthn_form"]
    assert "many tries" in str(passkey.errors)
    to_the_second_step(client, cast.tess)
    assert to(client, SECOND, {"code": code_of(secret)}).status_code == 302
    assert "_auth_user_id" in client.session


def test_all_browsers_of_an_owner_share_their_tries(client, cast):
    """Who reads the mailbox gets a mark with each new password, and no more tries by it."""
    cast.tess.authenticator_set.all().delete()
    to_the_second_step(client, cast.tess)
    enrol(client, cast.tess)
    client.post("/accounts/logout/")
    others = Client()
    others.cookies["known"] = client.cookies["known"].value
    for each in (client, others):
        to_the_second_step(each, cast.tess)
    for _ in range(5):
        assert to(others, SECOND, {"code": "000000"}).status_code == 422
    assert to(client, SECOND, {"code": "000000"}).status_code == 429


@pytest.fixture
def no_codes_left(client, cast):
    """Tess lets others see the phone: no browser is known as hers, and codes were guessed."""
    cast.tess.authenticator_set.all().delete()
    to_the_second_step(client, cast.tess)
    secret = enrol(client, cast.tess)
    client.post("/accounts/logout/")
    cast.tess.say_about_phone(own=False, others_see=True)
    guess(Client(), cast.tess)
    return secret


def guess(client, user, **words):
    to(client, LOGIN, RIGHT | {"login": user.email} | words)
    return [to(client, SECOND, {"code": "000000"}).status_code for _ in range(6)]


def test_a_new_password_by_e_mail_opens_the_second_step_again(cast, no_codes_left, set_anew):
    own = Client()
    to_the_second_step(own, cast.tess)
    assert to(own, SECOND, {"code": code_of(no_codes_left)}).status_code == 429
    set_anew(own, cast.tess)
    to(own, LOGIN, {"login": cast.tess.email, "password": NEW})
    assert to(own, SECOND, {"code": code_of(no_codes_left)}).status_code == 302
    assert "_auth_user_id" in own.session


def test_who_reads_the_mailbox_guesses_no_codes_without_end(
    cast, no_codes_left, set_anew, settings
):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "second_step_anew": "1/d/key"}
    tries = []
    for _ in range(2):
        set_anew(Client(), cast.tess)
        tries.append(guess(Client(), cast.tess, password=NEW))
    assert tries == [[422] * 5 + [429], [429] * 6]


@pytest.fixture
def pressed(cast, settings, client):
    """Very many networks ask for Cleo's new password: here three are very many."""
    limits = {**settings.ACCOUNT_RATE_LIMITS, "new_password_in_all": "3/d/key"}
    settings.ACCOUNT_RATE_LIMITS = limits
    for number in range(3):
        to(client, RESET, {"email": "cleo@example.org"}, network=f"203.0.113.{number + 10}")


def test_very_many_networks_get_one_mail_an_hour_and_shut_nobody_out(
    client, pressed, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        first = to(client, RESET, {"email": "cleo@example.org"}, network="203.0.113.99")
    code = re.search(r"^\d{6}-\d{6}-\d{6}$", mailoutbox[-1].body, re.M)[0]
    again = to(Client(), RESET, {"email": "cleo@example.org"}, network="203.0.113.99")
    assert (first.status_code, again.status_code) == (302, 429)
    assert 3500 < int(again.headers["Retry-After"]) <= 3600
    assert "Ask for the next one in an hour" in again.text
    assert "Set a new password by e-mail" not in again.text
    opened = client.post("/accounts/password/reset/confirm/", {"code": code})
    assert opened.url == "/accounts/password/reset/complete/"


def test_what_is_asked_for_others_does_not_count_for_one(client, pressed):
    for _ in range(3):
        assert to(client, RESET, {"email": "carl@example.org"}).status_code == 302


def test_looking_at_the_chain_uses_up_no_invitations(signed_in, cast, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "audit_check": "1/h/user"}
    client = signed_in(cast.ada)
    asked = [client.get("/clinic/audit/?check").status_code for _ in range(2)]
    assert asked == [200, 429]
    assert client.get("/clinic/people/new/").status_code != 429


def test_a_hundred_colleagues_sign_in_at_nine(client, cast):
    for _ in range(33):
        for name in ("cleo", "carl", "zack"):
            right = {"login": f"{name}@example.org", "password": "correct-horse-9"}
            assert to(client, LOGIN, right).status_code == 302
            client.logout()


def test_what_may_come_again_says_when(signed_in, cast, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "invite": "1/h/user"}
    client = signed_in(cast.tess)
    client.post("/caseload/new/", {})
    refused = client.post("/caseload/new/", {})
    assert refused.status_code == 429 and 3590 < int(refused.headers["Retry-After"]) <= 3600


def test_the_header_of_a_proxy_that_is_not_there_counts_for_nothing(client, cast):
    """django-allauth 65.14.2: whoever writes it would be somebody else each time."""
    for number in range(11):
        last = client.post(SIGN_UP, {}, HTTP_X_FORWARDED_FOR=f"203.0.113.{number}")
    assert last.status_code == 429


def test_the_proxy_in_front_is_believed(client, cast, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(11):
        spoofed = f"198.51.100.{number}, 203.0.113.9"
        last = client.post(SIGN_UP, {}, HTTP_X_FORWARDED_FOR=spoofed)
    assert last.status_code == 429
    assert client.post(SIGN_UP, {}, HTTP_X_FORWARDED_FOR="203.0.113.8").status_code == 422


def test_a_good_sign_in_does_not_forgive_the_network(client, cast):
    """django-allauth 65.8.1: an attacker's own account would begin each count anew."""
    own = {"login": "carl@example.org", "password": "correct-horse-9"}
    for number in range(60):
        to(client, LOGIN, somebody(number) | WRONG)
        if number % 20 == 0:
            to(client, LOGIN, own)
            client.logout()
    assert to(client, LOGIN, somebody("last") | WRONG).status_code == 429


BY_PERSON = [("password/change", 5), ("email", 10)]


@pytest.mark.parametrize(("place", "most"), BY_PERSON)
def test_a_person_may_try_so_often(signed_in, cast, place, most):
    client = signed_in(cast.cleo)
    path, wrong = f"/accounts/{place}/", {"password": "wrong", "action_add": "", "email": "x"}
    assert 429 not in [to(client, path, wrong).status_code for _ in range(most)]
    refused = to(client, path, wrong, network="203.0.113.2")
    assert refused.status_code == 429 and refused.headers["Retry-After"] == "60"


def test_at_an_open_phone_the_password_is_guessed_five_times(signed_in, cast):
    client, again = signed_in(cast.cleo), "/accounts/reauthenticate/"
    for _ in range(5):
        assert to(client, again, WRONG).status_code == 422
    refused = to(client, again, WRONG)
    assert refused.status_code == 429 and 200 < int(refused.headers["Retry-After"]) <= 300


def test_links_to_join_with_are_not_guessed(client, db):
    for number in range(30):
        to(client, f"/join/guess-{number}/", {})
    refused = to(client, "/join/guess/", {})
    assert refused.status_code == 429 and 500 < int(refused.headers["Retry-After"]) <= 600


def test_one_link_is_tried_so_often_from_wherever(client, db):
    for number in range(10):
        to(client, "/join/guess/", {}, network=f"203.0.113.{number}")
    refused = to(client, "/join/guess/", {}, network="203.0.113.99")
    assert refused.status_code == 429 and int(refused.headers["Retry-After"]) > 3590


DATABASE = {"BACKEND": "config.cache.Cache", "LOCATION": "cache"}


@pytest.mark.django_db(transaction=True, databases=["default", "cache"])
def test_it_is_counted_in_the_database_and_redis_may_be_down(client, cast, monkeypatch):
    def down(*_):
        raise ConnectionError

    monkeypatch.setattr(AbstractConnection, "connect", down)
    with override_settings(CACHES={"default": DATABASE}):
        for _ in range(5):
            to(client, LOGIN, {"login": "cleo@example.org"} | WRONG)
        assert to(client, LOGIN, {"login": "cleo@example.org"} | WRONG).status_code == 429
        carl = {"login": "carl@example.org", "password": "correct-horse-9"}
        assert to(client, LOGIN, carl).status_code == 302
        cache.clear()
