"""The hats of a person, and the context that each transaction begins with."""

import pytest
from django.db import connection

from accounts import hats, wall
from tests.cast import member, therapy

pytestmark = pytest.mark.django_db


def setting(name):
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting(%s, true)", [name])
        return cursor.fetchone()[0]


@pytest.mark.parametrize(
    ("name", "worn"),
    [
        ("cleo", ["client"]),
        ("tess", ["therapist"]),
        ("vera", ["therapist"]),
        ("ada", ["admin"]),
        ("emil", []),
        ("zack", ["client"]),
    ],
)
def test_hats_follow_from_memberships_and_therapies(cast, name, worn):
    assert hats.enter(getattr(cast, name)).worn == worn


def test_the_transaction_knows_its_person_and_all_their_clinics(cast):
    member(cast.tess, cast.meadow, is_admin=True)
    found = hats.enter(cast.tess)
    assert found.worn == ["therapist", "admin"] and found.is_staff
    assert setting("app.user") == str(cast.tess.pk)
    assert set(setting("app.clinics").split(",")) == {str(cast.harbour.pk), str(cast.meadow.pk)}


def test_somebody_with_no_place_has_no_clinic(cast):
    assert not hats.enter(cast.emil).is_staff
    assert setting("app.clinics") == ""


def test_a_therapist_may_be_somebody_elses_client(cast):
    therapy(cast.meadow, cast.zoe, cast.tess)
    found = hats.enter(cast.tess)
    assert found.worn == ["client", "therapist"]
    assert str(cast.meadow.pk) in setting("app.clinics")


def test_an_ended_therapy_keeps_its_client_reading(cast):
    cast.therapy.end(by=cast.tess)
    assert hats.enter(cast.cleo).client


def test_work_without_a_person_enters_one_clinic(cast):
    hats.enter(cast.tess)
    before = wall.standing()
    with wall.in_clinics(cast.meadow.pk):
        assert wall.standing() == ("", str(cast.meadow.pk), "")
    assert wall.standing() == before


def test_the_first_page_is_that_of_the_hat_worn_last(cast):
    both = hats.Hats(client=True, therapist=True)
    assert both.home() == "today"
    assert both.home("therapist") == "caseload"
    assert both.home("admin") == "today"
    assert hats.NONE.home("therapist") == "me"


def test_the_switch_names_each_hat_and_marks_the_one_on(cast):
    switch = hats.Hats(client=True, admin=True).switch("admin")
    assert [(row["key"], row["current"]) for row in switch] == [
        ("client", False),
        ("admin", True),
    ]
