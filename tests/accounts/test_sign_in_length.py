"""How long a sign-in lasts without a sign of life."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

pytestmark = pytest.mark.django_db

SOON = timedelta(minutes=1)


def later(**how):
    return time_machine.travel(timezone.now() + timedelta(**how))


def is_in(client, path="/me/"):
    return client.get(path).status_code == 200


@pytest.mark.parametrize(
    ("name", "minutes"), [("tess", 60), ("ada", 60), ("cleo", 14 * 24 * 60), ("emil", 15)]
)
def test_idle(signed_in, cast, name, minutes):
    client = signed_in(getattr(cast, name))
    assert is_in(client)
    with later(minutes=minutes - 1):
        assert is_in(client)
    with later(minutes=2 * minutes + 2):
        assert not is_in(client)


def test_a_phone_that_others_see_signs_out_after_a_quarter_of_an_hour(signed_in, cast):
    cast.cleo.say_about_phone(own=True, others_see=True)
    client = signed_in(cast.cleo)
    assert is_in(client)
    with later(minutes=16):
        assert not is_in(client)


def test_the_switch_counts_from_the_next_page(signed_in, cast):
    client = signed_in(cast.cleo)
    is_in(client)
    client.post("/me/phone/")
    is_in(client)
    with later(minutes=16):
        assert not is_in(client)


def test_staff_sign_in_anew_each_day_however_busy(signed_in, cast):
    client, now = signed_in(cast.tess), timezone.now()
    for half_hours in range(24):
        with time_machine.travel(now + timedelta(minutes=30 * half_hours)):
            assert is_in(client)
    with time_machine.travel(now + timedelta(hours=12, minutes=1)):
        assert not is_in(client)


def test_machines_that_ask_are_no_sign_of_life(signed_in, cast):
    client, now = signed_in(cast.tess), timezone.now()
    is_in(client)
    for minutes in (30, 55):
        with time_machine.travel(now + timedelta(minutes=minutes)):
            client.get("/healthz")
    with time_machine.travel(now + timedelta(minutes=61)):
        assert not is_in(client)


def test_a_page_that_looks_again_by_itself_is_no_sign_of_life(signed_in, cast):
    client, now = signed_in(cast.tess), timezone.now()
    is_in(client)
    with time_machine.travel(now + timedelta(minutes=55)):
        client.get("/me/", headers={"X-By-Itself": "1"})
    with time_machine.travel(now + timedelta(minutes=61)):
        assert not is_in(client)


def test_most_requests_write_no_session(signed_in, cast):
    client = signed_in(cast.cleo)
    is_in(client)
    assert "sessionid" not in client.get("/me/").cookies


def test_nothing_of_a_signed_in_page_stays_behind(signed_in, cast):
    assert signed_in(cast.cleo).get("/me/").headers["Cache-Control"] == "no-store"


def test_an_ended_membership_shuts_the_door_at_the_next_request(signed_in, cast):
    client = signed_in(cast.otto)
    assert is_in(client, "/caseload/")
    cast.otto.memberships.get().end(by=cast.ada)
    assert client.get("/caseload/").status_code == 403
    assert client.get(f"/caseload/{cast.other.pk}/").status_code == 403
