"""Staff without a second step reach the pages where they set one up, and no staff page."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from allauth.mfa.utils import decrypt
from django.urls import reverse

pytestmark = pytest.mark.django_db

STAFF_PAGES = ["caseload", "library", "client-new", "clinic", "clinic-people", "clinic-audit"]


@pytest.fixture
def bare(cast):
    """Everybody without a second factor."""
    Authenticator.objects.all().delete()
    return cast


@pytest.mark.parametrize("name", STAFF_PAGES)
def test_staff_pages_lead_to_the_set_up(signed_in, bare, name):
    person = bare.ada if name.startswith("clinic") else bare.tess
    client = signed_in(person)
    assert client.get(reverse(name)).url == "/accounts/2fa/"
    assert client.get(reverse("mfa_index")).status_code == 200


def test_htmx_is_led_there_too(signed_in, bare):
    answer = signed_in(bare.tess).get("/caseload/", headers={"HX-Request": "true"})
    assert answer.status_code == 204 and answer.headers["HX-Redirect"] == "/accounts/2fa/"


def test_recovery_codes_alone_are_no_second_factor(signed_in, bare):
    Authenticator.objects.create(user=bare.tess, type="recovery_codes", data={})
    assert signed_in(bare.tess).get("/caseload/").status_code == 302


def test_a_therapist_who_is_a_client_too_keeps_the_client_pages(signed_in, bare):
    bare.therapy.client = bare.otto
    bare.therapy.save(update_fields=["client"])
    client = signed_in(bare.otto)
    assert client.get("/me/").status_code == 200
    assert client.get("/caseload/").status_code == 302


def test_local_runs_ask_nobody(signed_in, bare, settings):
    settings.STAFF_SECOND_FACTOR = False
    assert signed_in(bare.ada).get("/clinic/").status_code == 200


def test_clients_are_not_asked(signed_in, bare):
    assert signed_in(bare.cleo).get("/me/").status_code == 200


def test_setting_up_an_app_opens_the_door(client, bare):
    enrol(client, bare.tess)
    assert client.get("/caseload/").status_code == 200
    codes = client.get("/accounts/2fa/recovery-codes/")
    assert codes.text.count("<li>") >= 10
    assert "shown once" in client.get("/accounts/2fa/recovery-codes/").text


def test_the_secret_is_stored_sealed(client, bare):
    secret = enrol(client, bare.tess)
    row = Authenticator.objects.get(user=bare.tess, type="totp")
    assert secret not in str(row.data) and decrypt(row.data["secret"]) == secret
    codes = Authenticator.objects.get(user=bare.tess, type="recovery_codes")
    assert len(decrypt(codes.data["seed"])) == 80
    assert decrypt(codes.data["seed"]) not in str(codes.data)


def test_a_code_works_once(client, bare):
    secret = enrol(client, bare.tess)
    code = code_of(secret)
    client.logout()
    first = sign_in(client, code)
    client.logout()
    assert first.status_code == 302 and sign_in(client, code).status_code == 422


def enrol(client, person):
    client.force_login(person)
    again = {"password": "correct-horse-9", "next": "/accounts/2fa/totp/activate/"}
    client.post("/accounts/reauthenticate/", again)
    secret = client.get("/accounts/2fa/totp/activate/").context["form"].secret
    answer = client.post("/accounts/2fa/totp/activate/", {"code": code_of(secret)})
    assert answer.status_code == 302, answer.text
    return secret


def sign_in(client, code):
    client.post("/accounts/login/", {"login": "tess@example.org", "password": "correct-horse-9"})
    return client.post("/accounts/2fa/authenticate/", {"code": code})


def code_of(secret):
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))
