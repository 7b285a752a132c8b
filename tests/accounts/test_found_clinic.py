"""A therapist founds a clinic, proves the address, and sets the crisis text first."""

import re

import pytest

from accounts.models import Clinic, User

pytestmark = pytest.mark.django_db

NEW = {
    "name": "Nora Berg",
    "clinic": "Linden Street",
    "email": "Nora@example.org",
    "password1": "small-steps-7",
    "zone": "Europe/Berlin",
}


@pytest.fixture
def found(client, mailoutbox, django_capture_on_commit_callbacks):
    def send(**answers):
        with django_capture_on_commit_callbacks(execute=True):
            return client.post("/accounts/signup/", {**NEW, **answers})

    return send


def test_clinic_person_and_place_are_made_together(found):
    assert found().url == "/accounts/confirm-email/"
    clinic = Clinic.objects.get()
    nora = User.objects.get(email="nora@example.org")
    place = clinic.memberships.get()
    assert place.user == nora and place.is_admin and place.is_therapist
    assert nora.name == "Nora Berg" and clinic.time_zone == nora.time_zone == "Europe/Berlin"


def test_the_code_opens_the_door_and_leads_to_the_crisis_text(client, found, mailoutbox):
    found()
    code = re.search(r"\d{4}-\d{4}", mailoutbox[0].body)[0]
    answer = client.post("/accounts/confirm-email/", {"code": code})
    assert answer.url == "/clinic/settings/" and "_auth_user_id" in client.session


def test_a_wrong_code_three_times_starts_again(client, found):
    found()
    answers = [client.post("/accounts/confirm-email/", {"code": "0000-0000"}) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [422, 422, 302]
    assert "_auth_user_id" not in client.session


def test_a_known_address_gets_a_mail_and_no_second_clinic(cast, found, mailoutbox):
    answer = found(email="cleo@example.org")
    assert answer.url == "/accounts/confirm-email/"
    assert not Clinic.objects.filter(name="Linden Street").exists()
    assert mailoutbox[0].subject == "About your sign-in"


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"clinic": "x" * 121},
        {"clinic": "a\0b"},
        {"email": "nora"},
        {"password1": "short"},
        {"password1": "midweek2026"},
        {"password1": "x" * 2000},
        {"zone": "Mars/Olympus"},
    ],
)
def test_wrong_answers_keep_the_input_and_make_nothing(found, wrong):
    answer = found(**wrong)
    assert answer.status_code == 422 and "<title>Error:" in answer.text
    assert not User.objects.exists() and not Clinic.objects.exists()


def test_the_operator_can_close_the_door(client, found, settings):
    settings.OPEN_CLINIC_SIGNUP = False
    assert "by invitation" in client.get("/accounts/signup/").text.lower()
    found()
    assert not Clinic.objects.exists()
    assert "Start a clinic" not in client.get("/accounts/login/").text
