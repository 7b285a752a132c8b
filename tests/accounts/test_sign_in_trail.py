"""The audit tells who came in, where it failed, and what changed about the ways in."""

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from accounts.models import AuditEvent
from tests.accounts.test_second_factor import enrol
from tests.accounts.test_sign_in import PASSWORD, sign_in

pytestmark = pytest.mark.django_db


def told(action):
    return AuditEvent.objects.filter(action=action).order_by("pk")


def test_who_came_in_and_went(client, cast):
    sign_in(client, "cleo@example.org")
    client.post("/accounts/logout/")
    assert [each.actor for each in told("sign_in.done")] == [cast.cleo]
    assert [each.actor for each in told("sign_in.ended")] == [cast.cleo]


def test_where_it_failed_without_what_was_typed(client, cast):
    sign_in(client, "cleo@example.org", "wrong-horse-99")
    sign_in(client, "nobody@example.org", "wrong-horse-99")
    known, unknown = told("sign_in.failed")
    assert known.subject_id == str(cast.cleo.pk) and known.actor is None
    assert unknown.subject_id == "00000000-0000-0000-0000-000000000000"
    assert not [each for each in (known, unknown) if each.codes]


def test_what_changed_about_the_ways_in(client, cast, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        enrol(client, cast.cleo)
    new = {"password1": "another-horse-8", "password2": "another-horse-8"}
    client.post("/accounts/password/change/", {"oldpassword": PASSWORD} | new)
    changed = AuditEvent.objects.filter(action__startswith="account.", actor=cast.cleo)
    assert {each.action for each in changed} == {
        "account.factor_added",
        "account.password_changed",
    }


def test_who_lacks_the_hat_is_told_of(signed_in, cast):
    assert signed_in(cast.cleo).get("/caseload/").status_code == 403
    refused = told("access.refused").get()
    assert refused.actor == cast.cleo and refused.codes == {"address": "caseload"}


def test_a_form_from_elsewhere_is_no_sign_in(cast):
    client = Client(enforce_csrf_checks=True)
    sign_in(client, "cleo@example.org")
    assert not told("sign_in.done").exists()


def test_the_operator_reads_it_by_a_command(client, cast, capsys):
    AuditEvent.record(cast.tess, "sign_in.done", cast.tess)
    AuditEvent.record(None, "sign_in.failed", cast.tess)
    AuditEvent.record(cast.zoe, "account.password_changed", cast.zoe)
    AuditEvent.record(cast.tess, "therapy.read", cast.therapy)
    call_command("sign_ins")
    told = [line.split()[2:] for line in capsys.readouterr().out.splitlines()]
    assert told == [
        ["account.password_changed", cast.zoe.email],
        ["sign_in.failed", cast.tess.email],
        ["sign_in.done", cast.tess.email],
    ]
    call_command("sign_ins", of=cast.zoe.email)
    assert len(capsys.readouterr().out.splitlines()) == 1
    with pytest.raises(CommandError, match="Nobody"):
        call_command("sign_ins", of="nobody@example.org")
