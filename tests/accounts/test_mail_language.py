"""Mails go in the language of whom they go to, whatever the page or the browser speaks."""

import pytest
from django.core import mail

from accounts.models import Therapy

pytestmark = pytest.mark.django_db(transaction=True)
BROWSERS = {"en-gb": "de", "de": "en-GB"}


@pytest.fixture(params=BROWSERS)
def language(request, cast):
    """What Cleo reads; her browser always asks for the other language."""
    cast.cleo.language = request.param
    cast.cleo.save(update_fields=["language"])
    return request.param


def other(language):
    return {"headers": {"accept-language": BROWSERS[language]}}


def sent():
    [only] = mail.outbox
    return only


def test_the_code_for_a_new_password(client, cast, language):
    client.post("/accounts/password/reset/", {"email": cast.cleo.email}, **other(language))
    assert is_german(sent()) is (language == "de")


def test_the_code_that_proves_an_address(client, cast, language):
    cast.cleo.emailaddress_set.update(verified=False)
    answers = {"login": cast.cleo.email, "password": "correct-horse-9"}
    client.post("/accounts/login/", answers, **other(language))
    assert is_german(sent()) is (language == "de")


def test_a_changed_password(signed_in, cast, language):
    cleo = signed_in(cast.cleo)
    answers = {"oldpassword": "correct-horse-9", "password1": "kleine-schritte-7"}
    answers["password2"] = answers["password1"]
    cleo.post("/accounts/password/change/", answers, **other(language))
    assert is_german(sent()) is (language == "de")


@pytest.mark.parametrize("speaks", ["en-gb", "de"])
def test_an_invitation_speaks_as_the_therapist_does(signed_in, cast, speaks):
    """Nobody knows yet what the client reads; the page behind the link asks their browser."""
    cast.tess.language = speaks
    cast.tess.save(update_fields=["language"])
    therapy = Therapy.begin(clinic=cast.harbour, lead=cast.tess, client_name="Nils", by=cast.tess)
    path = f"/caseload/{therapy.pk}/invitation/"
    signed_in(cast.tess).post(path, {"email": "nils@example.org"}, **other(speaks))
    assert is_german(sent()) is (speaks == "de")


def test_an_address_nobody_has_is_answered_in_the_language_of_the_page(client, cast):
    client.post("/accounts/password/reset/", {"email": "who@example.org"}, **other("en-gb"))
    assert is_german(sent())


def is_german(letter):
    words = set(letter.body.lower().replace(",", " ").replace(".", " ").split())
    german, english = words & {"du", "dein", "deine", "und", "ist"}, words & {"you", "your", "the"}
    assert bool(german) is not bool(english), letter.body
    return bool(german)
