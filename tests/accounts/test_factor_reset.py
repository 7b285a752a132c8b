"""A lost second factor is taken away by two people, never by one."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from accounts.models import AuditEvent, FactorReset, Therapy, User
from tests.cast import member, member_of, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def abel(cast):
    """A second admin."""
    abel = person("abel")
    member(abel, cast.harbour, is_admin=True)
    return abel


@pytest.fixture
def press(cast):
    """press(admin, what) on Otto's page; the page that follows."""

    def press(admin, what, whose=None):
        place = member_of(whose or cast.otto, cast.harbour)
        window = Client()
        window.force_login(admin)
        return window.post(f"/clinic/people/{place.pk}/", {"do": what}, follow=True)

    return press


def has_factor(someone):
    return Authenticator.objects.filter(user=someone).exists()


def test_one_asks_and_another_approves(press, cast, abel, mailoutbox):
    otto = Client()
    otto.force_login(cast.otto)
    assert otto.get("/caseload/").status_code == 200
    assert "Another admin has to approve it" in press(cast.ada, "second-factor").text
    assert has_factor(cast.otto)
    press(abel, "second-factor-yes")
    assert not has_factor(cast.otto) and otto.get("/caseload/").status_code == 302
    done = AuditEvent.objects.get(action="membership.second_factor_reset")
    assert done.actor == abel and done.clinic == cast.harbour


def test_who_asked_does_not_approve(press, cast, abel):
    assert "Yes, take it away" not in press(cast.ada, "second-factor").text
    press(cast.ada, "second-factor-yes")
    press(cast.ada, "second-factor")
    assert has_factor(cast.otto) and FactorReset.objects.count() == 1


def test_nobody_approves_of_themselves(press, cast, abel):
    press(cast.ada, "second-factor", whose=abel)
    press(abel, "second-factor-yes", whose=abel)
    assert has_factor(abel)


def test_the_other_admin_finds_it_on_the_overview(press, signed_in, cast, abel):
    press(cast.ada, "second-factor")
    words = "asks to take the second step of Otto away"
    assert words in signed_in(abel).get("/clinic/").text
    assert words not in signed_in(cast.ada).get("/clinic/").text


def test_where_the_other_admin_approves_that_is_the_main_press(
    press, press_of_client, signed_in, cast, abel
):
    press(cast.ada, "second-factor")
    press_of_client(cast.ada, "second-factor")
    places = [f"people/{member_of(cast.otto, cast.harbour).pk}", f"therapies/{cast.therapy.pk}"]
    for place in places:
        page = signed_in(abel).get(f"/clinic/{place}/").text.partition("<main")[2]
        assert "Yes, take it away" in page and page.count("button--main") == 1


def test_it_is_taken_back_or_runs_out(press, cast, abel):
    press(cast.ada, "second-factor")
    press(abel, "second-factor-no")
    press(abel, "second-factor-yes")
    press(cast.ada, "second-factor")
    FactorReset.objects.update(asked_at=timezone.now() - timedelta(days=4))
    press(abel, "second-factor-yes")
    assert has_factor(cast.otto)
    press(cast.ada, "second-factor")
    press(abel, "second-factor-yes")
    assert not has_factor(cast.otto)


def test_with_one_admin_the_operator_confirms(press, cast, capsys):
    assert "operator of this server" in press(cast.ada, "second-factor").text
    call_command("reset_second_factor", "Otto@example.org", "--yes")
    assert not has_factor(cast.otto) and "Ada" in capsys.readouterr().out
    assert AuditEvent.objects.get(action="membership.second_factor_reset").actor is None


def test_the_operator_alone_takes_nothing_away(cast, monkeypatch, press):
    with pytest.raises(CommandError, match="Nobody has asked"):
        call_command("reset_second_factor", "otto@example.org", "--yes")
    press(cast.ada, "second-factor")
    monkeypatch.setattr("builtins.input", lambda _question: "no")
    call_command("reset_second_factor", "otto@example.org")
    assert has_factor(cast.otto)


def test_where_nobody_can_be_asked_nothing_is_taken_away(cast, monkeypatch):
    def no_terminal(_question):
        raise EOFError

    monkeypatch.setattr("builtins.input", no_terminal)
    with pytest.raises(CommandError, match="Nothing was changed.*--yes"):
        call_command("reset_second_factor", "ada@example.org")
    assert has_factor(cast.ada)


def test_an_only_admin_whom_the_operator_does_not_believe(cast, monkeypatch, capsys):
    monkeypatch.setattr("builtins.input", lambda _question: "no")
    call_command("reset_second_factor", "ada@example.org")
    assert "Nothing was changed" in capsys.readouterr().out
    assert has_factor(cast.ada) and not FactorReset.objects.exists()


def test_what_was_taken_back_while_the_operator_thought_stays_so(cast, press, monkeypatch):
    def think(_question):
        press(cast.ada, "second-factor-no")
        return "yes"

    press(cast.ada, "second-factor")
    monkeypatch.setattr("builtins.input", think)
    with pytest.raises(CommandError, match="answered"):
        call_command("reset_second_factor", "otto@example.org")
    assert has_factor(cast.otto)


def test_an_only_admin_asks_the_operator(cast):
    call_command("reset_second_factor", "ada@example.org", "--yes")
    assert not has_factor(cast.ada)
    actions = AuditEvent.objects.filter(action__contains="second_factor").order_by("pk")
    assert [event.action for event in actions] == [
        "membership.second_factor_reset_asked",
        "membership.second_factor_reset",
    ]


def test_who_works_elsewhere_too_needs_the_operator(press, cast, abel):
    cast.meadow.memberships.create(user=cast.otto, is_therapist=True)
    press(cast.ada, "second-factor")
    press(abel, "second-factor-yes")
    assert has_factor(cast.otto)


@pytest.fixture
def cleo(cast):
    """A client with a second step."""
    cast.cleo.authenticator_set.create(type="totp", data={})
    return cast.cleo


@pytest.fixture
def press_of_client(cast, cleo):
    def press(admin, what):
        window = Client()
        window.force_login(admin)
        return window.post(f"/clinic/therapies/{cast.therapy.pk}/", {"do": what}, follow=True)

    return press


def test_a_clients_is_taken_away_by_two_admins_as_well(
    press_of_client, cast, cleo, abel, mailoutbox, django_capture_on_commit_callbacks
):
    assert "Another admin has to approve it" in press_of_client(cast.ada, "second-factor").text
    press_of_client(cast.ada, "second-factor-yes")
    assert has_factor(cleo)
    with django_capture_on_commit_callbacks(execute=True):
        press_of_client(abel, "second-factor-yes")
    assert not has_factor(cleo) and mailoutbox[-1].to == [cleo.email]
    done = AuditEvent.objects.get(action="membership.second_factor_reset")
    assert done.actor == abel and done.therapy_id == cast.therapy.pk


def test_the_other_admin_finds_the_clients_on_the_overview(press_of_client, signed_in, cast, abel):
    press_of_client(cast.ada, "second-factor")
    page = signed_in(abel).get("/clinic/")
    assert f"/clinic/therapies/{cast.therapy.pk}/" in page.text
    assert f"second step of {cast.therapy.client_name} away" in page.text


def test_a_clients_goes_by_the_operator_too(press_of_client, cast, cleo):
    assert "operator of this server" in press_of_client(cast.ada, "second-factor").text
    call_command("reset_second_factor", cleo.email, "--yes")
    assert not has_factor(cleo)


def test_that_a_client_is_with_another_clinic_is_not_told(press_of_client, cast, cleo, abel):
    Therapy.objects.filter(pk=cast.far.pk).update(client=cleo)
    assert "Another admin" in press_of_client(cast.ada, "second-factor").text


def is_therapist_elsewhere(cast, cleo):
    member(cleo, cast.meadow, is_therapist=True)


def is_operator(cast, cleo):
    User.objects.filter(pk=cleo.pk).update(is_staff=True)


@pytest.mark.parametrize("make", [is_therapist_elsewhere, is_operator])
def test_a_client_who_opens_doors_elsewhere_needs_the_operator(
    press_of_client, cast, cleo, abel, make
):
    """Of another clinic's clients, or of the server: no admin here takes that lock away."""
    make(cast, cleo)
    press_of_client(cast.ada, "second-factor")
    press_of_client(abel, "second-factor-yes")
    assert has_factor(cleo)


def test_of_a_client_without_one_nothing_is_asked(signed_in, cast, abel):
    path = f"/clinic/therapies/{cast.therapy.pk}/"
    ada = signed_in(cast.ada)
    assert 'value="second-factor"' not in ada.get(path).text
    ada.post(path, {"do": "second-factor"})
    assert not FactorReset.objects.exists()
