"""A PIN in front of the app: when it locks, what stays open, and that nothing is lost."""

from datetime import timedelta

import pytest
import time_machine
from allauth.account.signals import authentication_step_completed
from django.contrib.auth import SESSION_KEY
from django.test import Client, RequestFactory
from django.utils import timezone

from accounts.models import AppLock, AuditEvent, ParkedPost
from tests.cast import gather
from tests.queries import Queries
from tests.threads import at_once

pytestmark = pytest.mark.django_db

PIN, WRONG = "2580", "9999"
HTMX = {"HX-Request": "true"}


@pytest.fixture
def cleo(signed_in, cast):
    """Cleo's browser, with a lock that is open here."""
    client = signed_in(cast.cleo)
    client.post("/me/lock/", {"pin": PIN, "again": PIN, "minutes": "2"})
    return client


@pytest.fixture
def locked(cleo):
    cleo.post("/me/lock/now/")
    return cleo


def later(**how):
    return time_machine.travel(timezone.now() + timedelta(**how))


def asks_for_pin(answer):
    return answer.status_code == 302 and answer.url.startswith("/unlock/")


def unlock(client, pin=PIN, after="/today/", **headers):
    return client.post("/unlock/", {"pin": pin, "next": after}, **headers)


def test_set_it_is_open_here_and_locked_in_another_browser(cleo, cast):
    assert cleo.get("/today/").status_code == 200
    other = Client()
    other.force_login(cast.cleo)
    assert asks_for_pin(other.get("/today/"))
    lock = AppLock.objects.get()
    assert PIN not in lock.pin and AuditEvent.objects.filter(action="lock.set").exists()


@pytest.mark.parametrize(
    "pin", ["123", "123456789", "12a4", "١٢٣٤", "0000", "1234", "4321", "7890", "1212", "12121", ""]
)
def test_a_pin_that_others_guess_is_refused(signed_in, cast, pin):
    answer = signed_in(cast.cleo).post("/me/lock/", {"pin": pin, "again": pin, "minutes": "2"})
    assert answer.status_code == 422 and not AppLock.objects.exists()


def test_two_different_pins_set_none(signed_in, cast):
    answer = signed_in(cast.cleo).post("/me/lock/", {"pin": PIN, "again": "2581", "minutes": "2"})
    assert answer.status_code == 422 and not AppLock.objects.exists()


@pytest.mark.parametrize("path", ["/today/", "/me/", "/history/", "/parked/", "/me/looked/"])
def test_locked_each_page_asks_for_the_pin(locked, cast, path):
    path = path if path != "/parked/" else f"/report/{cast.therapy.pk}/"
    answer = locked.get(path)
    assert asks_for_pin(answer) and path in answer.url.replace("%2F", "/")
    assert unlock(locked, after=path).url == path
    assert locked.get(path).status_code == 200


@pytest.mark.parametrize("path", ["/help/", "/measures/", "/healthz", "/unlock/"])
def test_what_stays_open_says_nothing_of_the_person(locked, path):
    assert locked.get(path).status_code == 200


def test_htmx_is_led_to_the_pin_and_back(locked):
    asked = {**HTMX, "HX-Current-URL": "http://testserver/history/"}
    answer = locked.get("/today/", headers=asked)
    assert answer.status_code == 204
    assert answer.headers["HX-Redirect"] == "/unlock/?next=%2Fhistory%2F"


def test_the_card_over_a_page_opens_in_place(locked):
    assert unlock(locked, WRONG, headers=HTMX).status_code == 422
    answer = unlock(locked, headers=HTMX)
    assert answer.status_code == 204 and answer.headers["HX-Trigger"] == "app-open"


def test_the_pin_leads_to_no_other_site(locked):
    assert unlock(locked, after="https://elsewhere.example/").url == "/"


def test_it_locks_by_itself_and_each_page_puts_it_off(cleo):
    with later(seconds=100):
        assert cleo.get("/today/").status_code == 200
    with later(seconds=200):
        assert cleo.get("/today/").status_code == 200
    with later(seconds=330):
        assert asks_for_pin(cleo.get("/today/"))


def test_reading_and_writing_puts_it_off_drafts_do_not(cleo, cast):
    draft = f"/drafts/log/{cast.assignment.pk}/"
    with later(seconds=100):
        assert cleo.post("/unlock/life/").status_code == 204
    with later(seconds=200):
        assert cleo.post(draft, {"note": "I got off"}).status_code == 204
    with later(seconds=225):
        assert asks_for_pin(cleo.get("/today/"))


def test_a_browser_opened_anew_asks_though_the_sign_in_holds(cleo):
    del cleo.cookies["sessionid-open"]
    assert asks_for_pin(cleo.get("/today/"))


def test_a_draft_is_kept_while_it_is_locked(locked, cast):
    answer = locked.post(f"/drafts/log/{cast.assignment.pk}/", {"note": "I got off"})
    assert answer.status_code == 204 and cast.therapy.drafts.exists()
    assert asks_for_pin(locked.get("/today/"))


def test_what_is_sent_meanwhile_waits_behind_the_pin(locked, cast):
    words = {"note": "I rode two buses and sat upstairs."}
    answer = locked.post(f"/today/{cast.assignment.pk}/log/", words)
    waiting = ParkedPost.objects.get()
    onward = unlock(locked, after=answer.url.split("next=")[1].replace("%2F", "/"))
    assert onward.url == f"/parked/{waiting.pk}/"
    assert words["note"] in locked.get(onward.url).text


def test_with_too_much_waiting_the_words_stay_on_their_page(locked, cast, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "parked": "1/h/key"}
    path, words = f"/today/{cast.assignment.pk}/log/", "I sat upstairs, by the window"
    locked.post(path, {"note": "I got off"})
    page = locked.post(path, {"note": words})
    assert page.status_code == 401 and "The app is locked" in page.text
    assert f'value="{words}"' in page.text and f">{words}<" not in page.text
    piece = locked.post(path, {"note": words}, headers=HTMX)
    assert piece.headers["HX-Retarget"] == "body" and words in piece.text


def test_no_pin_is_ever_parked(locked):
    locked.post("/me/lock/", {"present": PIN, "pin": "8520", "again": "8520", "minutes": "5"})
    assert {name for name, _value in ParkedPost.objects.get().fields} == {"minutes"}


def test_five_wrong_tries_end_the_sign_in(locked, cast):
    for _time in range(4):
        assert unlock(locked, WRONG).status_code == 422
    answer = unlock(locked, WRONG)
    assert answer.url == "/accounts/login/?next=%2Ftoday%2F" and SESSION_KEY not in locked.session
    other = Client()
    other.force_login(cast.cleo)
    assert unlock(other).url.startswith("/accounts/login/")


def test_a_whole_sign_in_opens_and_makes_the_pin_good_again(locked, cast):
    for _time in range(5):
        unlock(locked, WRONG)
    sign_in = {"login": "cleo@example.org", "password": "correct-horse-9"}
    locked.post("/accounts/login/", sign_in)
    assert locked.get("/today/").status_code == 200
    locked.post("/me/lock/now/")
    assert unlock(locked).url == "/today/"


def test_a_right_pin_forgets_the_wrong_ones(locked):
    unlock(locked, WRONG)
    unlock(locked)
    assert AppLock.objects.get().wrong_tries == 0


def test_changing_and_removing_ask_for_the_pin(cleo, cast):
    assert cleo.post("/me/lock/", {"present": WRONG, "remove": "yes"}).status_code == 422
    changed = {"present": PIN, "pin": "", "again": "", "minutes": "15"}
    assert cleo.post("/me/lock/", changed).status_code == 302
    cast.cleo.refresh_from_db()
    assert cast.cleo.lock_minutes == 15 and cast.cleo.app_lock.opens_with(PIN)
    assert cleo.post("/me/lock/", {"present": PIN, "remove": "yes"}).status_code == 302
    cast.cleo.refresh_from_db()
    assert cast.cleo.lock_minutes is None and not AppLock.objects.exists()
    assert AuditEvent.objects.filter(action="lock.removed", actor=cast.cleo).exists()


def test_guessing_on_the_page_of_the_lock_ends_the_sign_in_too(cleo):
    for _time in range(5):
        answer = cleo.post("/me/lock/", {"present": WRONG, "remove": "yes"})
    assert answer.url.startswith("/accounts/login/") and AppLock.objects.exists()


def test_who_forgot_the_pin_proves_who_they_are_and_sets_another(locked):
    forgot = locked.get("/unlock/").text
    assert "/accounts/reauthenticate/?next=/me/lock/" in forgot
    again = {"password": "correct-horse-9", "next": "/me/lock/"}
    assert locked.post("/accounts/reauthenticate/", again).url == "/me/lock/"
    assert 'name="present"' not in locked.get("/me/lock/").text
    new = {"pin": "8520", "again": "8520", "minutes": "2"}
    assert locked.post("/me/lock/", new).url == "/me/#lock"
    locked.post("/me/lock/now/")
    assert unlock(locked, "8520").url == "/today/"


def test_nothing_is_kept_on_a_phone_with_a_lock(signed_in, cast):
    cast.cleo.say_about_phone(own=True, others_see=False)
    client = signed_in(cast.cleo)
    answer = client.post("/me/lock/", {"pin": PIN, "again": PIN, "minutes": "2"})
    assert answer.headers["Clear-Site-Data"] == '"storage"'
    cast.cleo.refresh_from_db()
    assert not cast.cleo.keeps_on_device


def test_signing_out_works_while_it_is_locked(locked):
    locked.post("/accounts/logout/")
    assert SESSION_KEY not in locked.session
    assert not locked.cookies["sessionid-open"].value


def test_people_without_a_lock_have_none_to_open(signed_in, cast):
    client = signed_in(cast.cleo)
    assert client.get("/unlock/").url == "/"
    with Queries() as asked:
        client.get("/today/")
    assert "accounts_applock" not in repr(asked)


@pytest.mark.django_db(transaction=True)
def test_two_wrong_tries_at_the_same_moment_both_count():
    cast = gather()
    lock = AppLock.set(cast.cleo, pin=PIN, minutes=2)
    tries = at_once(lambda _n: AppLock.objects.get().opens_with(WRONG))
    lock.refresh_from_db()
    assert tries == [False, False] and lock.wrong_tries == 2


def test_somebody_elses_password_opens_nothing_here(locked, cast):
    request = RequestFactory().get("/")
    request.user, request.session = cast.carl, {}
    cast.cleo.refresh_from_db()
    authentication_step_completed.send(type(cast.cleo), request=request, user=cast.cleo)
    assert request.session == {}
    request.user = cast.cleo
    authentication_step_completed.send(type(cast.cleo), request=request, user=cast.cleo)
    assert request.session["app_lock"]
