import pytest

from accounts.models import User
from tests.cast import person

pytestmark = pytest.mark.django_db


def test_addresses_are_kept_in_small_letters():
    assert User.objects.create_user("Bea@Example.ORG").email == "bea@example.org"


def test_two_people_may_be_without_an_address():
    for name in ("Pia", "Pavel"):
        User.objects.create_user(None, name=name)
    assert User.objects.filter(email=None).count() == 2


def test_a_person_is_called_by_what_is_known_of_them():
    named = User.objects.create_user("bea@example.org", name="Bea Quill")
    mailed = User.objects.create_user("unnamed@example.org")
    nobody = User.objects.create_user(None)
    assert [str(each) for each in (named, mailed, nobody)] == [
        *("Bea Quill", "unnamed@example.org"),
        str(nobody.pk),
    ]
    assert [each.get_short_name() for each in (named, mailed)] == ["Bea", "unnamed@example.org"]


def test_being_seen_wins_over_an_own_phone():
    bea = person("bea")
    assert not bea.keeps_on_device
    bea.say_about_phone(own=True, others_see=False)
    assert bea.keeps_on_device
    bea.say_about_phone(own=True, others_see=True)
    bea.refresh_from_db()
    assert not bea.keeps_on_device


def test_no_mail_goes_to_an_address_nobody_has_proved():
    bea = person("bea")
    assert bea.may_be_mailed
    bea.emailaddress_set.update(verified=False)
    assert not bea.may_be_mailed


def test_an_address_is_known_while_it_is_still_being_proved():
    bea = person("bea")
    bea.emailaddress_set.create(email="new@example.org", verified=False)
    assert User.objects.knows("new@example.org") and User.objects.knows("bea@example.org")
    assert not User.objects.knows("nobody@example.org")


def test_the_hat_worn_last_is_remembered():
    bea = person("bea")
    for hat in ("therapist", "", "therapist"):
        bea.wear(hat)
    bea.refresh_from_db()
    assert bea.last_hat == "therapist"


def test_an_operator_is_staff_of_the_server_only():
    root = User.objects.create_superuser("root@example.org", name="Root")
    assert root.is_staff and root.is_superuser and root.zone.key == "Europe/London"
