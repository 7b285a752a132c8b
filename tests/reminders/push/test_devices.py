"""Whose phone is reminded: after a press only, and no longer than its owner is signed in there."""

import json

import pytest
from allauth.usersessions.models import UserSession

from reminders.models import Device, Recipient, VapidKey
from tests.reminders.push.service import Phone

pytestmark = pytest.mark.django_db
ENDPOINT = "https://fcm.googleapis.com/fcm/send/abc"


def say_yes(client, endpoint=ENDPOINT, **keys):
    said = {"endpoint": endpoint, "expirationTime": None, "keys": {**Phone().keys, **keys}}
    return client.post("/me/devices/", json.dumps(said), "application/json")


@pytest.fixture
def cleo(signed_in, cast):
    return signed_in(cast.cleo)


@pytest.fixture
def reminded(cleo):
    assert say_yes(cleo).status_code == 204
    return cleo


def test_the_browser_is_told_whose_it_is_and_our_key(cleo, cast):
    told = cleo.get("/me/devices/").json()
    assert (told["user"], told["key"]) == (str(cast.cleo.pk), VapidKey.current().public)


def test_with_the_first_device_what_came_by_mail_comes_there(reminded, cast):
    assert Recipient.objects.get(user=cast.cleo).channels["practise"] == "push"
    assert "They come here until you sign out" in reminded.get("/me/").text


def test_a_phone_that_is_known_again_leaves_the_ways_as_they_were_chosen(reminded, cast):
    chosen = {"practise": "push", "report": "email"}
    Recipient.objects.get(user=cast.cleo).choose(channels=chosen, by=cast.cleo)
    Device.objects.all().delete()
    assert say_yes(reminded).status_code == 204
    assert Recipient.objects.get(user=cast.cleo).channels == chosen


def test_a_device_that_comes_again_is_the_same_one(reminded):
    assert say_yes(reminded).status_code == 204
    assert Device.objects.count() == 1


def test_neither_where_to_post_nor_keys_lie_open(reminded):
    device = Device.objects.get()
    assert b"fcm" not in bytes(device.subscription)
    assert device.opened["endpoint"] == ENDPOINT


@pytest.mark.parametrize(
    "facts",
    [
        {"endpoint": "https://evil.test/x"},
        {"endpoint": "https://["},
        {"endpoint": "https://fcm.googleapis.com\u2100evil.test/x"},
        {"endpoint": "https://fcm.goo\tgleapis.com/x"},
        {"endpoint": "https://fcm.googleapis.com/\ud800"},
        {"endpoint": "https://fcm.googleapis.com/a b"},
        {"p256dh": "AAAA"},
        {"auth": "AAAA"},
        {"auth": "ü"},
    ],
)
def test_what_no_browser_says_is_refused(cleo, facts):
    assert say_yes(cleo, **facts).status_code == 422
    assert not Device.objects.exists()


@pytest.mark.parametrize(
    "body", ["", "[]", "{}", "null", '{"endpoint": 1, "keys": 2}', "[" * 99999]
)
def test_other_words_are_refused(cleo, body):
    answer = cleo.post("/me/devices/", body, "application/json")
    assert answer.status_code == 422


def test_it_goes_with_the_sign_out(reminded):
    reminded.post("/accounts/logout/")
    assert not Device.objects.exists()


def test_it_goes_when_it_is_signed_out_from_afar(reminded, cast):
    key = reminded.session.session_key
    facts = {"ip": "127.0.0.1", "user_agent": "", "session_key": key}
    UserSession.objects.create(user=cast.cleo, **facts).delete()
    assert not Device.objects.exists()


def test_it_goes_when_somebody_else_may_see_the_phone(reminded, cast):
    reminded.post("/me/phone/")
    assert not Device.objects.exists()
    assert say_yes(reminded).status_code == 403
    assert "Reminders on this device" not in reminded.get("/me/").text


def test_it_goes_with_its_owners_account(reminded, cast):
    cast.cleo.is_active = False
    cast.cleo.save(update_fields=["is_active"])
    assert not Device.objects.exists()


def test_whoever_signs_in_next_takes_the_phone_over(reminded, cast, signed_in):
    assert say_yes(signed_in(cast.carl)).status_code == 204
    assert Device.objects.get().user == cast.carl


def test_it_is_stopped_on_me_and_by_nobody_else(reminded, cast, signed_in):
    url = f"/me/devices/{Device.objects.get().pk}/"
    assert url in reminded.get("/me/").text
    assert signed_in(cast.carl).post(url).status_code == 404
    assert signed_in(cast.cleo).post(url).status_code == 302
    assert not Device.objects.exists()


def test_there_are_five_at_most(cleo):
    for number in range(7):
        say_yes(cleo, f"{ENDPOINT}{number}")
    assert Device.objects.count() == 5
