"""The secret address: made, renewed, stopped, and what it opens to whom."""

import pytest

from reminders.models import CalendarAddress

pytestmark = pytest.mark.django_db


@pytest.fixture
def cleo(signed_in, cast):
    return signed_in(cast.cleo)


def made(client):
    """Press the button; returns the path that the next page shows."""
    page = client.post("/me/calendar/", follow=True).text
    return "/calendar/" + page.split("/calendar/")[1].split("<")[0]


def test_it_is_shown_once_and_kept_as_a_digest_only(cleo):
    path = made(cleo)
    assert cleo.get(path).status_code == 200
    secret = path.removeprefix("/calendar/").removesuffix(".ics")
    assert secret not in cleo.get("/me/calendar/").text
    assert secret not in str(CalendarAddress.objects.values())


def test_a_new_one_shuts_the_one_before(cleo):
    first, second = made(cleo), made(cleo)
    assert first != second
    assert cleo.get(first).status_code == 404
    assert cleo.get(second).status_code == 200


def test_switched_off_it_opens_nothing(cleo):
    path = made(cleo)
    assert "Off." in cleo.post("/me/calendar/", {"stop": "1"}, follow=True).text
    assert cleo.get(path).status_code == 404
    assert cleo.post("/me/calendar/", {"stop": "1"}).status_code == 302


def test_nobody_is_signed_in_by_it_and_nothing_is_set(cast, client):
    answer = client.get(f"/calendar/{CalendarAddress.renew(cast.cleo).token}.ics")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert not answer.cookies
    assert "private" in answer["Cache-Control"] and "no-cache" in answer["Cache-Control"]


def test_who_is_signed_in_reads_the_owners_times_not_their_own(cast, signed_in):
    token = CalendarAddress.renew(cast.cleo).token
    text = signed_in(cast.zack).get(f"/calendar/{token}.ics").text
    assert str(cast.session.pk) in text


def test_unchanged_it_is_not_sent_again(cast, client):
    path = f"/calendar/{CalendarAddress.renew(cast.cleo).token}.ics"
    edition = client.get(path)["ETag"]
    again = client.get(path, headers={"If-None-Match": edition})
    assert (again.status_code, again.content) == (304, b"")
    cast.session.cancel(by=cast.tess)
    assert client.get(path, headers={"If-None-Match": edition}).status_code == 200


def test_who_may_not_sign_in_any_more_has_none(cast, client):
    path = f"/calendar/{CalendarAddress.renew(cast.cleo).token}.ics"
    cast.cleo.is_active = False
    cast.cleo.save()
    assert client.get(path).status_code == 404


def test_one_address_is_not_asked_for_too_often(cast, client):
    path = f"/calendar/{CalendarAddress.renew(cast.cleo).token}.ics"
    answers = [client.get(path).status_code for _time in range(61)]
    assert answers == [200] * 60 + [429]


def test_guessing_is_slowed_down(client, settings, db):
    settings.ACCOUNT_RATE_LIMITS = {"calendar": "2/m/ip"}
    guesses = [client.get(f"/calendar/guess-{n}.ics").status_code for n in range(3)]
    assert guesses == [404, 404, 429]


def test_me_leads_there_and_says_who_can_read_it(cleo):
    assert "/me/calendar/" in cleo.get("/me/").text
    assert "Whoever has it can read your times" in cleo.post("/me/calendar/", follow=True).text
