"""A single-use, expiring, revocable, resendable way in."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.utils import timezone

from accounts.models import AuditEvent, Invitation, Therapy
from tests.cast import member_of
from tests.threads import at_once

pytestmark = pytest.mark.django_db


@pytest.fixture
def therapy(cast):
    return Therapy.begin(clinic=cast.harbour, lead=cast.tess, client_name="Cora", by=cast.tess)


@pytest.fixture
def invitation(cast, therapy):
    return Invitation.send_to_client(therapy, email="cora@example.org", by=cast.tess)


def member_invitation(cast, **roles):
    roles = {"as_admin": False, "as_therapist": False, **roles}
    return Invitation.send_to_member(cast.harbour, email="m@example.org", by=cast.ada, **roles)


def test_either_secret_opens_it_and_tells_how_it_came(invitation):
    for token, way in ((invitation.mail_token, "mail"), (invitation.link_token, "link")):
        assert Invitation.objects.by_token(token) == (invitation, way)
    assert Invitation.objects.by_token("guessed") == (None, "")


def test_the_table_holds_no_secret(invitation):
    with connection.cursor() as cursor:
        cursor.execute("SELECT i::text FROM accounts_invitation i")
        stored = str(cursor.fetchall())
    assert invitation.mail_token not in stored and invitation.link_token not in stored
    assert invitation.mail_digest in stored


def test_its_paths_carry_their_own_secret(invitation):
    assert invitation.mail_token in invitation.mail_path()
    assert invitation.link_token in invitation.link_path()


def test_it_runs_out_after_three_days(invitation):
    assert invitation.is_open
    with time_machine.travel(timezone.now() + timedelta(hours=73)):
        assert invitation.state == "expired"
        assert Invitation.objects.by_token(invitation.mail_token) == (None, "")


def test_without_a_crisis_text_nobody_is_invited(cast, therapy):
    cast.harbour.set_crisis_text("")
    with pytest.raises(ValueError, match="crisis text"):
        Invitation.send_to_client(therapy, email="", by=cast.tess)
    assert not Invitation.objects.exists()


def test_accepting_lets_one_person_in_once(cast, invitation, therapy):
    assert invitation.accept(user=cast.carl)
    assert not invitation.accept(user=cast.zack)
    therapy.refresh_from_db()
    assert (therapy.client, therapy.state, invitation.state) == (cast.carl, "active", "accepted")
    assert Invitation.objects.by_token(invitation.mail_token) == (None, "")


def test_whoever_came_in_finds_the_door_open_a_second_time(cast, invitation):
    invitation.accept(user=cast.carl)
    assert Invitation.objects.used(invitation.link_token, by=cast.carl)
    assert not Invitation.objects.used(invitation.link_token, by=cast.zack)
    assert not Invitation.objects.used("guessed", by=cast.carl)


def test_a_revoked_one_opens_nothing(cast, invitation):
    for _twice in range(2):
        invitation.revoke(by=cast.tess)
    assert invitation.state == "revoked"
    assert not invitation.accept(user=cast.carl)
    assert Invitation.objects.by_token(invitation.mail_token) == (None, "")


def test_an_accepted_one_cannot_be_revoked(cast, invitation):
    invitation.accept(user=cast.carl)
    invitation.revoke(by=cast.tess)
    assert invitation.state == "accepted" and invitation.revoked_at is None


def test_what_was_decided_meanwhile_stands(cast, invitation):
    """Both verbs look at the row, not at what a page showed a minute ago."""
    before = Invitation.objects.get(pk=invitation.pk)
    invitation.accept(user=cast.carl)
    assert not before.resend(by=cast.tess)
    before.revoke(by=cast.tess)
    row = Invitation.objects.get(pk=invitation.pk)
    assert (row.state, row.mail_digest) == ("accepted", invitation.mail_digest)


def test_sending_again_makes_new_secrets_and_a_new_term(cast, invitation):
    old = invitation.mail_token
    with time_machine.travel(timezone.now() + timedelta(hours=100)):
        invitation.resend(by=cast.tess, email="cora@example.net")
        assert invitation.is_open and invitation.email == "cora@example.net"
        assert Invitation.objects.by_token(old) == (None, "")
        assert Invitation.objects.by_token(invitation.mail_token)[0] == invitation


def test_sending_again_to_the_same_address_keeps_it(cast, invitation):
    invitation.resend(by=cast.tess)
    assert invitation.email == "cora@example.org"


def test_the_next_invitation_of_a_therapy_revokes_the_one_before(cast, invitation, therapy):
    following = Invitation.send_to_client(therapy, email="", by=cast.tess)
    invitation.refresh_from_db()
    assert (invitation.state, following.state) == ("revoked", "open")
    assert list(Invitation.objects.open()) == [following]


def test_a_member_joins_with_the_roles_that_were_offered(cast):
    assert member_invitation(cast, as_admin=True, as_therapist=True).accept(user=cast.emil)
    joined = cast.emil.memberships.get(ended_at=None)
    assert joined.is_admin and joined.is_therapist


def test_a_role_comes_on_top_of_those_one_has(cast):
    member_invitation(cast, as_admin=True).accept(user=cast.tess)
    tess = member_of(cast.tess, cast.harbour)
    assert tess.is_admin and tess.is_therapist


def test_it_says_why_somebody_cannot_take_it(cast, invitation):
    assert "You sent this" in str(invitation.refuses(cast.tess))
    assert "already" in str(invitation.refuses(cast.cleo))
    assert not invitation.refuses(cast.carl)
    to_a_member = member_invitation(cast, as_admin=True)
    assert "another address" in to_a_member.refuses(cast.tess)
    to_a_member.email = "tess@example.org"
    assert not to_a_member.refuses(cast.tess)


def test_it_prints_its_last_day_and_no_address(invitation):
    assert str(invitation) == f"Invitation until {invitation.expires_at:%Y-%m-%d}"


def test_each_step_is_audited(cast, invitation):
    invitation.resend(by=cast.tess)
    invitation.accept(user=cast.carl)
    actions = list(AuditEvent.objects.order_by("pk").values_list("action", flat=True))
    assert actions[-4:] == [
        *("invitation.sent", "invitation.resent"),
        *("therapy.accepted", "invitation.accepted"),
    ]


@pytest.mark.django_db(transaction=True)
def test_of_several_at_once_one_gets_in(cast, therapy):
    invitation = Invitation.send_to_client(therapy, email="", by=cast.tess)
    guests = [cast.carl, cast.zack, cast.emil, cast.zoe]
    let_in = at_once(
        lambda n: Invitation.objects.get(pk=invitation.pk).accept(user=guests[n]), times=4
    )
    therapy.refresh_from_db()
    assert sorted(let_in) == [False, False, False, True]
    assert therapy.client == guests[let_in.index(True)]


def test_ending_a_therapy_takes_its_invitation_back_and_says_who_did(cast):
    begun = Therapy.begin(clinic=cast.harbour, lead=cast.tess, client_name="Nia", by=cast.tess)
    invitation = Invitation.send_to_client(begun, email="", by=cast.tess)
    begun.end(by=cast.ada)
    event = AuditEvent.objects.get(action="invitation.revoked")
    assert (event.subject_id, event.actor) == (str(invitation.pk), cast.ada)
