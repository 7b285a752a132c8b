"""One press: Done, Partly or Not today. What a phone sends is written once, or refused in words."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from homework.models import PracticeEntry
from homework.practice_day import practice_today
from tests.cast import agreed_plan
from tests.homework.presses import HTMX, address, logged, press
from tests.queries import Queries
from tests.reading import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def send(cast, signed_in):
    """Press as Cleo."""
    url, client = address("today-log", cast.assignment), signed_in(cast.cleo)
    return lambda headers=None, **sent: client.post(url, sent, headers=headers)


@pytest.mark.parametrize("state", ["done", "partly", "not_today"])
def test_one_press_writes_it_down(cast, send, state):
    answer = send(**press(state))
    entry = PracticeEntry.objects.get()
    assert answer.status_code == 302 and answer.url == f"/today/?saved={entry.pk}"
    assert (entry.state, entry.by, entry.private) == (state, cast.cleo, False)


def test_the_next_page_says_saved_with_undo(cast, send, signed_in):
    page = read(signed_in(cast.cleo).get(send(**press()).url))
    assert "<b>Done.</b> Saved at" in page and "Undo" in page
    assert "How hard was it?" in page


def test_htmx_is_answered_with_the_card_alone(send):
    answer = send(HTMX, **press())
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "Saved at" in page and "1 practice so far, 4 planned" in page and "<html" not in page


def test_a_row_is_answered_with_a_row(cast, send):
    headers = HTMX | {"HX-Target": f"row-{cast.assignment.pk}"}
    assert send(headers, **press()).content.decode().strip().startswith("<li")


def test_it_takes_seven_queries(send):
    send(HTMX, **press())
    with Queries() as queries:
        send(HTMX, **press())
    assert len(queries) <= 7, queries


def test_sent_ten_times_it_is_one_entry(send):
    sent = press()
    for _time in range(10):
        assert send(HTMX, **sent).status_code == 200
    assert PracticeEntry.objects.count() == 1


def test_without_a_script_the_server_fills_in(cast, send):
    send(state="done", device_id="", done_at="", zone="")
    entry = PracticeEntry.objects.get()
    assert entry.zone == cast.cleo.time_zone
    assert timezone.now() - entry.done_at < timedelta(minutes=1)


def test_the_phone_says_when_and_in_which_zone(send):
    at = timezone.now().replace(microsecond=0) - timedelta(hours=1)
    send(**press(done_at=at.isoformat().replace("+00:00", "Z"), zone="Asia/Tokyo"))
    entry = PracticeEntry.objects.get()
    assert (entry.done_at, entry.zone) == (at, "Asia/Tokyo")


def test_before_four_in_the_morning_it_is_still_the_evening_before(cast, send):
    night = datetime.combine(cast.plan.starts_on, datetime.min.time(), UTC) + timedelta(minutes=40)
    send(**press(done_at=night.isoformat(), zone="UTC"))
    assert PracticeEntry.objects.get().practice_date == cast.plan.starts_on - timedelta(days=1)


def test_an_earlier_day_is_logged_at_its_noon(cast, send):
    yesterday = practice_today(cast.cleo.zone) - timedelta(days=1)
    answer = send(**press(day=yesterday.isoformat()))
    entry = PracticeEntry.objects.get()
    assert entry.practice_date == yesterday
    assert entry.done_at.astimezone(cast.cleo.zone).hour == 12
    assert f"day={yesterday}" in answer.url


ahead = (timezone.now() + timedelta(hours=2)).isoformat()
a_year_ago = (timezone.now() - timedelta(days=365)).isoformat()
in_a_year = (timezone.now() + timedelta(days=365)).isoformat()
REFUSED = {
    "no state": ({"state": ""}, "Choose Done, Partly or Not today."),
    "another state": ({"state": "excellent"}, "Choose Done, Partly or Not today."),
    "an unknown zone": ({"zone": "Mars/Olympus"}, "time zone of this phone is not known"),
    "a zone that is a path": ({"zone": "../../etc/passwd"}, "time zone of this phone"),
    "a zone that is a folder": ({"zone": "Europe"}, "time zone of this phone"),
    "a NUL in the zone": ({"zone": "Europe/\0London"}, "cannot be kept"),
    "a clock ahead": ({"done_at": ahead}, "clock of this phone"),
    "the year one": ({"done_at": "0001-01-01T00:00:00Z"}, "clock of this phone"),
    "the last year": ({"done_at": "9999-12-31T23:59:59Z"}, "clock of this phone"),
    "after the last year": ({"done_at": "9999-12-31T23:59:59Z", "sent_at": a_year_ago}, "clock of"),
    "before the year one": ({"done_at": "0001-01-01T00:00:00Z", "sent_at": in_a_year}, "clock of"),
    "no time at all": ({"done_at": "half past"}, "time of this phone"),
    "no time of sending": ({"sent_at": "half past"}, "time of this phone cannot be read"),
    "an impossible day": ({"day": "2026-02-31"}, "Write the day as a date"),
    "a day to come": ({"day": "9999-12-31"}, "Choose a day up to today."),
    "before the plan": ({"day": "2001-01-01"}, "Choose a day from"),
    "no id": ({"device_id": "42"}, "This page is out of date."),
}


@pytest.mark.parametrize("case", REFUSED)
@pytest.mark.parametrize("headers", [None, HTMX])
def test_what_cannot_be_right_is_refused_in_words(send, case, headers):
    wrong, words = REFUSED[case]
    answer = send(headers, **press(**wrong))
    page = answer.content.decode()
    assert answer.status_code == 422 and words in page
    assert "<title>Error: Today" in page and "There is a problem" in page
    assert not PracticeEntry.objects.exists()


def test_an_hour_of_haste_in_the_clock_is_let_go(send):
    fast = timezone.now() + timedelta(minutes=50)
    assert send(**press(done_at=fast.isoformat())).status_code == 302


@pytest.mark.parametrize("off", [timedelta(days=1), timedelta(days=-1), timedelta(days=-400)])
def test_a_phone_whose_clock_is_wrong_loses_nothing(cast, send, off):
    """Pressed ten minutes ago and sent now, by a clock that is off by as much."""
    now = timezone.now()
    pressed, sent = now + off - timedelta(minutes=10), now + off
    answer = send(**press(done_at=pressed.isoformat(), sent_at=sent.isoformat()))
    entry = cast.assignment.entries.get()
    assert answer.status_code == 302
    assert abs(entry.done_at - (now - timedelta(minutes=10))) < timedelta(minutes=1)


def test_somebody_elses_entry_id_is_refused_and_not_shown(cast, signed_in, send):
    plan = agreed_plan(cast.other, cast.otto, "Carl's walk")
    theirs = logged(plan.assignments.get(), cast.carl, note="Carl's words")
    answer = send(HTMX, **press(device_id=str(theirs.device_id)))
    assert answer.status_code == 422 and "Carl" not in answer.content.decode()


def test_a_closed_plan_still_takes_what_was_practised(cast, send):
    cast.plan.close("superseded", by=cast.tess)
    assert send(**press()).status_code == 302


def test_after_the_end_it_is_for_oneself_alone(cast, send):
    cast.therapy.end(by=cast.tess)
    send(**press())
    assert PracticeEntry.objects.get().private


@pytest.mark.parametrize("name", ["carl", "zack"])
def test_a_strangers_homework_does_not_exist(cast, signed_in, name):
    url = address("today-log", cast.assignment)
    assert signed_in(getattr(cast, name)).post(url, press()).status_code == 404


def test_it_is_only_sent(cast, signed_in):
    assert signed_in(cast.cleo).get(address("today-log", cast.assignment)).status_code == 405
    assert signed_in(cast.tess).post(address("today-log", cast.assignment)).status_code == 403


def test_a_phone_on_other_time_is_asked_about_it(send):
    assert (
        "This phone is on Asia/Tokyo time."
        in send(HTMX, **press(zone="Asia/Tokyo")).content.decode()
    )
    assert "This phone is on" not in send(HTMX, **press()).content.decode()
