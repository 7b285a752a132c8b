"""What the server answers to what has waited on a phone: taken, or kept there. Never parked."""

import pytest
from django.test import Client

from accounts.models import ParkedPost
from homework.models import PracticeEntry
from tests.homework.presses import address, press

pytestmark = pytest.mark.django_db
OUTBOX = {"X-Outbox": "1", "Origin": "http://testserver"}
PRESS = press()


def test_the_token_is_for_whoever_is_signed_in(client, signed_in, cast):
    assert client.get("/sync/token/").status_code == 401
    answer = signed_in(cast.cleo).get("/sync/token/")
    assert answer.json()["user"] == str(cast.cleo.pk) and answer.json()["csrf"]
    assert "no-store" in answer["Cache-Control"]


def test_it_is_taken_with_the_token(cast):
    phone = Client(enforce_csrf_checks=True)
    phone.force_login(cast.cleo)
    token = phone.get("/sync/token/").json()["csrf"]
    headers = OUTBOX | {"X-CSRFToken": token}
    for _again in range(2):
        answer = phone.post(address("today-log", cast.assignment), PRESS, headers=headers)
        assert answer.status_code == 302 and "login" not in answer["Location"]
    assert PracticeEntry.objects.count() == 1


def test_an_expired_sign_in_is_said_and_nothing_is_parked(signed_in, cast):
    phone = signed_in(cast.cleo)
    phone.session.flush()
    answer = phone.post(address("today-log", cast.assignment), PRESS, headers=OUTBOX)
    assert answer.status_code == 401 and not ParkedPost.objects.exists()


def test_an_old_token_is_said_and_nothing_is_parked(cast):
    phone = Client(enforce_csrf_checks=True)
    phone.force_login(cast.cleo)
    answer = phone.post(address("today-log", cast.assignment), PRESS, headers=OUTBOX)
    assert answer.status_code == 403 and not ParkedPost.objects.exists()


def test_only_on_a_phone_of_ones_own_may_a_form_wait(signed_in, cast):
    cleo, pages = signed_in(cast.cleo), ["/today/", address("log", cast.assignment)]
    assert not any('name="author"' in cleo.get(page).text for page in pages)
    cast.cleo.say_about_phone(own=True, others_see=False)
    mark = f'name="author" value="{cast.cleo.pk}"'
    assert all(mark in cleo.get(page).text for page in pages)


def test_a_locked_app_takes_nothing_and_parks_nothing(signed_in, cast):
    phone = signed_in(cast.cleo)
    phone.post("/me/lock/", {"pin": "2580", "again": "2580", "minutes": "2"})
    phone.post("/me/lock/now/")
    answer = phone.post(address("today-log", cast.assignment), PRESS, headers=OUTBOX)
    assert answer.status_code == 401 and not ParkedPost.objects.exists()
    assert not PracticeEntry.objects.exists()
