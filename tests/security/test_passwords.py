"""Which passwords are taken: long ones of any letters, and none that everybody guesses."""

import re

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.module_loading import import_string

from accounts.models import User
from config.sign_in import ACCOUNT_FORMS, MFA_FORMS
from tests.cast import person

FORMS = ACCOUNT_FORMS | MFA_FORMS
CLEO = User(email="cleo@example.org", name="Cleo Maria Sand")


@pytest.mark.parametrize(
    "password",
    [
        "aaaa bbbb cccc dddd",
        "only-small-letters",
        "  spaces at both ends  ",
        "🦊🌊🌊🦊 two foxes",
        "пароль из слов",
        "x" * 63 + "y",
        "word " * 200,
    ],
)
def test_any_letters_will_do(password):
    validate_password(password, CLEO)


@pytest.mark.parametrize(
    "password",
    [
        "short-one",
        "password123",
        "1234567890",
        "qwertyuiop",
        "iloveyou12",
        "Midweek2026!",
        "homework-1234",
        "therapist2026",
        "cleo@example.org",
        "cleo maria sand",
        "x" * 1025,
    ],
)
def test_what_is_guessed_first_is_refused(password):
    with pytest.raises(ValidationError):
        validate_password(password, CLEO)


def test_no_hint_and_no_question_stands_in_for_a_password():
    """Neither is kept of a person, and no form that lets in or gives a new password has one."""
    kept = {field.name for field in User._meta.get_fields()}
    asked = {name for path in FORMS.values() for name in import_string(path).base_fields}
    assert not [name for name in kept | asked if re.search("hint|question|answer|birth", name)]
    assert asked >= {"password", "oldpassword", "password1", "code"}


@pytest.mark.django_db
def test_a_password_counts_as_it_was_typed(client):
    told = "  Two foxes " + "x" * 150 + "y "
    user = person("cleo")
    user.set_password(told)
    user.save()
    for typed, is_right in (
        (told, True),
        (told.strip(), False),
        (told.lower(), False),
        (told[:162], False),
    ):
        answer = client.post("/accounts/login/", {"login": user.email, "password": typed})
        assert (answer.status_code == 302) is is_right
        client.logout()
    assert authenticate(None, email=user.email, password=told)


@pytest.mark.django_db
def test_a_new_one_needs_the_present_one(signed_in, cast):
    client = signed_in(cast.cleo)
    new = {"password1": "another-horse-8", "password2": "another-horse-8"}
    wrong = client.post("/accounts/password/change/", {"oldpassword": "wrong-horse-9"} | new)
    assert wrong.status_code == 422
    client.post("/accounts/password/change/", {"oldpassword": "correct-horse-9"} | new)
    cast.cleo.refresh_from_db()
    assert cast.cleo.check_password("another-horse-8")


@pytest.mark.django_db
def test_a_password_is_hidden_while_it_is_typed_and_managers_may_fill_it_in(client, cast):
    page = client.get("/accounts/login/").text
    field = page[page.index('name="password"') - 200 : page.index('name="password"') + 200]
    assert 'type="password"' in field and "current-password" in field
    assert "onpaste" not in page
