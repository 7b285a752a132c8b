import pytest

from accounts.models import Clinic, Membership, User
from tests.cast import member_of

pytestmark = pytest.mark.django_db


def people(memberships):
    return {each.user.name for each in memberships.filter(clinic__name="Harbour")}


def test_the_querysets_name_who_works_here_as_what(cast):
    assert people(Membership.objects.therapists()) == {"Tess", "Otto", "Vera", "Will"}
    assert people(Membership.objects.admins()) == {"Ada"}
    assert "Emil" not in people(Membership.objects.active())


def test_ending_twice_keeps_the_first_time(cast):
    membership = member_of(cast.otto, cast.harbour)
    membership.end(by=cast.ada)
    first = membership.ended_at
    membership.end(by=cast.ada)
    assert membership.ended_at == first


def test_one_may_come_back_after_leaving(cast):
    again = Membership.objects.create(user=cast.emil, clinic=cast.harbour, is_therapist=True)
    assert again in Membership.objects.active()


def test_roles_change_without_a_new_membership(cast):
    membership = member_of(cast.otto, cast.harbour)
    membership.change_roles(is_admin=True, is_therapist=True, by=cast.ada)
    membership.refresh_from_db()
    assert membership.is_admin and membership.is_therapist
    assert people(Membership.objects.admins()) == {"Ada", "Otto"}


def test_the_last_admin_is_known(cast):
    ada = member_of(cast.ada, cast.harbour)
    assert ada.is_last_admin
    otto = member_of(cast.otto, cast.harbour)
    assert not otto.is_last_admin
    otto.change_roles(is_admin=True, is_therapist=True, by=cast.ada)
    assert not ada.is_last_admin


def test_what_would_have_nobody_if_somebody_went(cast):
    assert list(member_of(cast.tess, cast.harbour).led_therapies()) == [cast.therapy]
    cast.therapy.end(by=cast.tess)
    assert not member_of(cast.tess, cast.harbour).led_therapies().exists()


def test_a_clinic_is_found_by_its_admin_or_its_therapist_of_today(cast):
    assert list(Clinic.objects.of_admin(cast.ada)) == [cast.harbour]
    assert list(Clinic.objects.of_therapist(cast.tess)) == [cast.harbour]
    for user in (cast.emil, cast.cleo, cast.ada):
        assert not Clinic.objects.of_therapist(user).exists()
    assert not Clinic.objects.of_admin(cast.tess).exists()


def test_a_founder_is_admin_and_therapist_of_a_clinic_in_their_zone():
    founder = User.objects.create_user("fay@example.org", name="Fay", time_zone="Europe/Berlin")
    clinic = Clinic.found("Fay's", by=founder)
    assert clinic.zone.key == "Europe/Berlin"
    assert member_of(founder, clinic).is_admin and member_of(founder, clinic).is_therapist
    assert str(member_of(founder, clinic)) == "Fay in Fay's"
