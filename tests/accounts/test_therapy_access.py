"""Who sees which therapy, and how far: access is by relationship (design §2.1)."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from accounts.models import Cover, Therapy
from tests.cast import member, member_of

pytestmark = pytest.mark.django_db

# To the therapy of Tess and Cleo.
ACCESS = {
    "tess": "lead",
    "cleo": "client",
    "vera": "read",
    "will": "write",
    "otto": "",
    "carl": "",
    "ada": "",
    "emil": "",
    "zoe": "",
    "zack": "",
}


def access(user, therapy):
    return Therapy.objects.with_access(user).get(pk=therapy.pk).access


def cover(therapy, user, by, kind="read", **facts):
    facts.setdefault("ends_at", timezone.now() + timedelta(days=1))
    return Cover.grant(therapy=therapy, therapist=user, kind=kind, by=by, **facts)


@pytest.mark.parametrize(("name", "expected"), ACCESS.items())
def test_everybody_has_the_access_of_their_relation(cast, name, expected):
    user = getattr(cast, name)
    ours = Therapy.objects.filter(pk=cast.therapy.pk)
    assert access(user, cast.therapy) == expected
    assert ours.visible_to(user).exists() is (expected != "")
    assert ours.writable_by(user).exists() is (expected in ("lead", "write"))
    assert ours.treated_by(user).exists() is (expected in ("lead", "write", "read"))


@pytest.mark.parametrize("name", ["otto", "carl", "zoe", "zack"])
def test_each_sees_their_own_and_nothing_else(cast, name):
    own = cast.other if name in ("otto", "carl") else cast.far
    assert list(Therapy.objects.visible_to(getattr(cast, name))) == [own]


def test_an_ended_membership_shuts_the_door_on_lead_and_cover(cast):
    for user in (cast.tess, cast.vera, cast.will):
        member_of(user, cast.harbour).end(by=cast.ada)
        assert access(user, cast.therapy) == ""


def test_who_is_only_admin_now_sees_no_therapy(cast):
    roles = {"is_admin": True, "is_therapist": False}
    member_of(cast.tess, cast.harbour).change_roles(**roles, by=cast.ada)
    assert access(cast.tess, cast.therapy) == ""


def test_ended_cover_shuts_the_door_at_once(cast):
    cast.therapy.covers.get(therapist=cast.vera).end(by=cast.tess)
    assert access(cast.vera, cast.therapy) == ""


def test_cover_runs_out_by_itself_and_waits_for_its_day(cast):
    later = timezone.now() + timedelta(days=3)
    cover(cast.therapy, cast.otto, cast.tess, starts_at=later, ends_at=later + timedelta(days=1))
    assert access(cast.otto, cast.therapy) == ""
    with time_machine.travel(later + timedelta(hours=1)):
        assert access(cast.otto, cast.therapy) == "read"
        assert access(cast.vera, cast.therapy) == ""


def test_cover_to_write_wins_over_cover_to_read(cast):
    cover(cast.therapy, cast.vera, cast.tess, kind="write")
    assert access(cast.vera, cast.therapy) == "write"


def test_broken_glass_reads_for_an_hour(cast):
    Cover.break_glass_for(therapy=cast.therapy, by=cast.otto, reason="Cleo rang in distress")
    assert access(cast.otto, cast.therapy) == "read"
    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        assert access(cast.otto, cast.therapy) == ""


def test_cover_opens_nothing_to_a_therapist_of_another_clinic(cast):
    cover(cast.therapy, cast.zoe, cast.tess)
    assert access(cast.zoe, cast.therapy) == ""


def test_a_membership_here_that_ended_and_one_elsewhere_do_not_add_up(cast):
    member(cast.zoe, cast.harbour, is_therapist=True).end(by=cast.ada)
    cover(cast.therapy, cast.zoe, cast.tess)
    assert access(cast.zoe, cast.therapy) == ""


def test_a_client_who_treats_others_stays_client_of_their_own_therapy(cast):
    member(cast.cleo, cast.harbour, is_therapist=True)
    cover(cast.therapy, cast.cleo, cast.tess, kind="write")
    assert access(cast.cleo, cast.therapy) == "client"
    assert not Therapy.objects.writable_by(cast.cleo).exists()


def test_after_a_hand_over_the_new_lead_is_in_and_the_old_one_out(cast):
    cast.therapy.hand_over(to=cast.otto, by=cast.tess)
    assert access(cast.otto, cast.therapy) == "lead"
    assert access(cast.tess, cast.therapy) == ""


def test_an_ended_therapy_is_read_by_client_and_lead_and_written_by_nobody(cast):
    cast.therapy.end(by=cast.tess)
    seen = {name: access(getattr(cast, name), cast.therapy) for name in ("cleo", "tess")}
    assert seen == {"cleo": "client", "tess": "lead"}
    for name in ACCESS:
        writable = Therapy.objects.writable_by(getattr(cast, name))
        assert not writable.filter(pk=cast.therapy.pk).exists()


def test_when_the_record_has_been_kept_long_enough_only_the_client_reads_it(cast):
    cast.therapy.end(by=cast.tess)
    far = cast.therapy.kept_until + timedelta(minutes=1)
    cover(cast.therapy, cast.vera, cast.tess, ends_at=far + timedelta(days=1))
    with time_machine.travel(far):
        assert access(cast.cleo, cast.therapy) == "client"
        assert access(cast.tess, cast.therapy) == ""
        assert access(cast.vera, cast.therapy) == ""


def test_whoever_is_only_invited_sees_nothing_yet(cast):
    invited = Therapy.begin(clinic=cast.harbour, lead=cast.tess, client_name="Carl", by=cast.tess)
    assert access(cast.carl, invited) == ""
    assert access(cast.tess, invited) == "lead"


def test_the_named_querysets_tell_the_states_apart(cast):
    ours = Therapy.objects.filter(clinic=cast.harbour)
    cast.other.end(by=cast.otto)
    assert list(ours.open()) == list(ours.active()) == [cast.therapy]
    cast.therapy.pause(by=cast.tess)
    assert not ours.active().exists()
    assert ours.accepted().count() == 2
    assert list(Therapy.objects.of_client(cast.cleo)) == [cast.therapy]
    assert list(Therapy.objects.of_lead(cast.tess)) == [cast.therapy]
