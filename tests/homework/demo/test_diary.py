"""Whatever the day, the demo looks as if it were about today."""

from datetime import UTC, datetime, timedelta

import pytest

from homework.demo.diary import Diary
from homework.demo.stories import STORIES, jonas, luca, owen, yusuf

# A fortnight around the end of summer time in London, at any hour.
DAYS = [
    datetime(2026, 10, 19, hour % 24, 40, tzinfo=UTC) + timedelta(days=n)
    for n, hour in enumerate(range(0, 14 * 5, 5))
]
each_day = pytest.mark.parametrize("now", DAYS, ids=lambda now: f"{now:%a-%d-%H}")
running = [story for story in STORIES if story.weeks and story.state != "ended"]


def diary(story, now):
    return Diary(story, "Europe/London", now)


@each_day
def test_jonas_comes_in_two_days_at_three(now):
    d = diary(jonas.STORY, now)
    coming = d.session(d.last + 1)
    assert (coming.date() - now.astimezone(d.office).date()).days == 2
    assert f"{coming:%H:%M}" == "15:00"


@each_day
def test_the_last_session_is_over_and_the_next_is_not_before_today(now):
    for story in running:
        d = diary(story, now)
        assert d.session(d.last) < now
        assert d.session(d.last + 1).date() >= now.astimezone(d.office).date()


@each_day
def test_sessions_are_on_working_days_unless_pinned(now):
    for story in running:
        d = diary(story, now)
        assert story.pinned or d.session(d.last + 1).weekday() < 5


@each_day
def test_an_ended_therapy_has_no_hour_ahead(now):
    d = diary(yusuf.STORY, now)
    assert d.session(d.last + 1) < now - timedelta(days=14)


def test_sessions_keep_their_hour_through_the_clock_change():
    d = diary(jonas.STORY, datetime(2026, 11, 2, 9, tzinfo=UTC))
    assert {f"{d.session(week):%H:%M}" for week in range(1, d.last + 2)} == {"15:00"}


def test_practice_is_on_the_clients_own_clock():
    at = diary(luca.STORY, DAYS[0]).practised(1, 2, "18:05")
    assert f"{at:%H:%M}" == "18:05"
    assert at.tzinfo.key == "America/New_York"


def test_a_night_belongs_to_the_day_before():
    d = diary(owen.STORY, DAYS[0])
    assert d.practised(3, 1, "03:40").date() == d.session(3).date() + timedelta(days=2)


def test_nothing_is_practised_before_the_hour_it_was_agreed_in():
    d = diary(jonas.STORY, DAYS[0])
    assert d.practised(1, 0, "08:00") > d.session(1)
