"""The operator's stock admin: behind the second step, at a chosen place, without client data."""

import pytest
from django.contrib.admin.models import LogEntry

from accounts.models import AuditEvent
from accounts.operator import site
from tests.cast import person

pytestmark = pytest.mark.django_db
PLACE = "/back-room/"


@pytest.fixture
def olga(cast, settings):
    """The operator, with a second factor; her place is open."""
    settings.ROOT_URLCONF = "tests.accounts.operator_urls"
    olga = person("olga", is_staff=True)
    olga.authenticator_set.create(type="totp", data={})
    return olga


def test_it_is_nowhere_unless_a_place_is_chosen(signed_in, cast):
    client = signed_in(person("olga", is_staff=True))
    assert {client.get(path).status_code for path in (PLACE, "/admin/", "/operator/")} == {404}


@pytest.mark.parametrize("name", ["cleo", "tess", "ada", "emil"])
def test_to_everybody_else_there_is_nothing(signed_in, cast, olga, name):
    client = signed_in(getattr(cast, name))
    for path in (PLACE, f"{PLACE}accounts/user/", f"{PLACE}login/"):
        assert client.get(path).status_code == 404


def test_signed_out_it_asks_for_the_usual_sign_in(client, olga):
    assert client.get(PLACE).url.startswith("/accounts/login/")


def test_not_before_the_second_step(signed_in, olga):
    olga.authenticator_set.all().delete()
    assert signed_in(olga).get(f"{PLACE}accounts/user/").url == "/accounts/2fa/"


def test_people_and_clinics_and_nothing_of_clients(signed_in, cast, olga):
    client = signed_in(olga)
    assert {model._meta.label for model in site._registry} == {"accounts.User", "accounts.Clinic"}
    for path in ("", "accounts/user/", "accounts/clinic/", f"accounts/user/{cast.cleo.pk}/change/"):
        page = client.get(PLACE + path)
        assert page.status_code == 200 and 'type="password"' not in page.text
    assert client.get(f"{PLACE}accounts/user/?q=cleo").text.count("cleo@example.org") == 1
    assert client.get(f"{PLACE}accounts/user/add/").status_code == 403
    assert client.get(f"{PLACE}accounts/user/{cast.cleo.pk}/delete/").status_code == 403


def test_people_and_clinics_stand_in_order(signed_in, cast, olga):
    client = signed_in(olga)
    people = client.get(f"{PLACE}accounts/user/").context["cl"].result_list
    assert [each.email for each in people] == sorted(each.email for each in people)
    clinics = client.get(f"{PLACE}accounts/clinic/").context["cl"].result_list
    assert [each.name for each in clinics] == sorted(each.name for each in clinics)


def test_the_password_is_changed_where_everybody_changes_it(signed_in, olga):
    client = signed_in(olga)
    for name in ("password_change", "logout"):
        assert client.post(f"{PLACE}{name}/").url.startswith("/accounts/")


def test_a_sign_in_is_shut_at_once_and_opened_again(signed_in, client, cast, olga):
    theirs = client.__class__()
    theirs.post("/accounts/login/", {"login": cast.cleo.email, "password": "correct-horse-9"})
    assert theirs.get("/me/").status_code == 200
    path, by = f"{PLACE}accounts/user/{cast.cleo.pk}/change/", signed_in(olga)
    assert by.post(path, {}).status_code == 302
    assert theirs.get("/me/").status_code == 302
    assert by.post(path, {"is_active": "on"}).status_code == 302
    cast.cleo.refresh_from_db()
    done = AuditEvent.objects.filter(actor=olga, subject_id=cast.cleo.pk).order_by("pk")
    actions = list(done.values_list("action", flat=True))
    assert cast.cleo.is_active and actions == ["user.shut", "user.opened"]
    assert not LogEntry.objects.exists()


def test_nobody_shuts_themselves_out(signed_in, olga):
    signed_in(olga).post(f"{PLACE}accounts/user/{olga.pk}/change/", {})
    olga.refresh_from_db()
    assert olga.is_active
