"""The hours: booked and moved in the clinic's time, called off, missed, and understood."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone

from homework.models import TherapySession
from homework.wall_clock import elsewhere, instant

pytestmark = pytest.mark.django_db
LONDON = ZoneInfo("Europe/London")
# Before the clocks of London go forward (28 March) and back (31 October).
BEFORE = datetime(2027, 3, 1, 9, tzinfo=UTC)


def book(desk, **answers):
    day = timezone.localdate() + timedelta(days=14)
    sent = {"day": day.isoformat(), "time": "15:00", "minutes": 50, **answers}
    return desk.post("sessions", **sent)


def book_in_march(desk, **answers):
    with time_machine.travel(BEFORE, tick=False):
        desk.client.force_login(desk.cast.tess)
        return book(desk, **answers)


def booked(desk):
    return desk.cast.therapy.sessions.exclude(pk=desk.cast.session.pk)


def test_a_session_is_booked_in_the_clinics_time(desk):
    book(desk, minutes=45)
    session = booked(desk).get()
    assert session.starts_at.astimezone(LONDON).strftime("%H:%M") == "15:00"
    assert session.minutes == 45


def test_a_series_keeps_its_hour_over_the_change_of_clocks(desk):
    book_in_march(desk, day="2027-03-18", weeks=3)
    hours = [each.starts_at.astimezone(LONDON).hour for each in booked(desk)]
    assert hours == [15, 15, 15]


def test_booking_twice_books_once(desk):
    book(desk)
    book(desk)
    assert booked(desk).count() == 1


def test_a_time_that_the_clocks_skip_is_refused(desk):
    response = book_in_march(desk, day="2027-03-28", time="01:30")
    assert response.status_code == 422
    assert "the clocks skip this time" in response.content.decode()
    assert not booked(desk).exists()


def test_a_time_that_comes_twice_means_the_first(desk):
    book_in_march(desk, day="2027-10-31", time="01:30")
    assert booked(desk).get().starts_at == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "wrong",
    [
        {"day": "2026-02-30"},
        {"day": "0001-01-01"},
        {"day": "9999-12-31"},
        {"day": "a\0"},
        {"time": "24:30"},
        {"minutes": 5},
        {"minutes": 241},
        {"weeks": 0},
        {"weeks": 27},
    ],
)
def test_an_impossible_hour_is_refused_with_the_page(desk, wrong):
    response = book(desk, **wrong)
    assert response.status_code == 422 and "There is a problem" in response.content.decode()
    assert not booked(desk).exists()


def test_moving_keeps_the_earlier_time_known(desk):
    before = desk.cast.session.starts_at
    day = (timezone.localdate() + timedelta(days=3)).isoformat()
    desk.post("session-edit", desk.cast.session.pk, day=day, time="10:00", minutes=50)
    move = desk.cast.session.moves.get()
    assert (move.moved_from, move.by) == (before, desk.cast.tess)


def test_only_its_length_can_change_too(desk):
    local = desk.cast.session.starts_at.astimezone(LONDON)
    desk.cast.session.move(to=local.replace(second=0, microsecond=0), by=desk.cast.tess)
    sent = {"day": local.date().isoformat(), "time": local.strftime("%H:%M"), "minutes": 80}
    desk.post("session-edit", desk.cast.session.pk, **sent)
    desk.cast.session.refresh_from_db()
    assert desk.cast.session.minutes == 80 and desk.cast.session.moves.count() == 1


def test_a_session_called_off_is_not_moved(desk):
    desk.post("session-cancellation", desk.cast.session.pk)
    desk.cast.session.refresh_from_db()
    assert desk.cast.session.state == "cancelled"
    day = (timezone.localdate() + timedelta(days=3)).isoformat()
    sent = {"day": day, "time": "10:00", "minutes": 50}
    assert desk.post("session-edit", desk.cast.session.pk, **sent).status_code == 422


def test_what_did_not_take_place_is_noted(desk):
    past = TherapySession.book(
        desk.cast.therapy, starts_at=timezone.now() - timedelta(days=2), by=desk.cast.tess
    )
    desk.post("session-missed", past.pk)
    past.refresh_from_db()
    assert past.state == "missed"


def test_an_insight_is_added_to_its_session(desk):
    desk.post("insight-new", desk.cast.session.pk, text="Waiting is the step.")
    desk.post("insight-new", desk.cast.session.pk, text="Waiting is the step.")
    assert desk.cast.session.insights.get().written_by == desk.cast.tess


@pytest.mark.parametrize("text", ["", "x" * 501, "a\0b"])
def test_an_insight_that_cannot_be_kept_is_refused(desk, text):
    assert desk.post("insight-new", desk.cast.session.pk, text=text).status_code == 422
    assert not desk.cast.session.insights.exists()


def test_the_clients_clock_stands_beside_the_clinics(desk):
    desk.cast.cleo.time_zone = "America/New_York"
    desk.cast.cleo.save()
    session = desk.cast.session
    session.move(to=session.starts_at.replace(hour=15, minute=0), by=desk.cast.tess)
    there = session.starts_at.astimezone(ZoneInfo("America/New_York"))
    assert f"{there:%A, %H:%M} where Cleo is" in desk.read("sessions")


def test_somebody_elses_session_is_not_there(desk):
    theirs = TherapySession.book(
        desk.cast.other, starts_at=timezone.now() + timedelta(days=1), by=desk.cast.otto
    )
    for name in ("session-edit", "session-cancellation", "session-missed", "insight-new"):
        assert desk.post(name, theirs.pk).status_code == 404


def test_wall_times_and_clocks_elsewhere():
    assert instant(BEFORE.date(), BEFORE.time(), LONDON) == BEFORE
    assert elsewhere(BEFORE, LONDON, ZoneInfo("Europe/Lisbon")) is None


def test_who_stands_in_reads_what_was_understood_in_the_last_four_weeks(desk, signed_in):
    for days, text in ((40, "Long understood"), (3, "Lately understood")):
        at = timezone.now() - timedelta(days=days)
        session = TherapySession.book(desk.cast.therapy, starts_at=at, by=desk.cast.tess)
        session.write_insight(text, by=desk.cast.tess)
    assert "Long understood" in desk.read("sessions")
    desk.client = signed_in(desk.cast.will)
    page = desk.read("sessions")
    assert "Lately understood" in page and "Long understood" not in page
