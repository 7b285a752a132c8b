"""Wall-clock times become instants, through both clock changes."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reminders.clock import instant

BERLIN = ZoneInfo("Europe/Berlin")


def test_a_time_in_the_spring_gap_is_the_first_valid_one_after_it():
    assert instant(date(2026, 3, 29), time(2, 30), BERLIN) == datetime(
        2026, 3, 29, 1, 0, tzinfo=UTC
    )


def test_a_time_that_happens_twice_is_its_first():
    assert instant(date(2026, 10, 25), time(2, 30), BERLIN) == datetime(
        2026, 10, 25, 0, 30, tzinfo=UTC
    )


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("Europe/London", 18),
        ("America/New_York", 23),
        ("Asia/Kolkata", 12),
        ("Australia/Lord_Howe", 7),
        ("Pacific/Auckland", 5),
    ],
)
def test_six_in_the_evening_in_five_zones(zone, expected):
    assert instant(date(2026, 11, 24), time(18), ZoneInfo(zone)).hour == expected


@given(
    st.dates(date(2015, 1, 1), date(2035, 12, 31)),
    st.times().map(lambda t: t.replace(second=0, microsecond=0)),
    st.sampled_from(sorted(available_timezones())),
)
def test_it_reads_the_same_on_the_clock_or_later_the_same_gap(day, at, name):
    zone = ZoneInfo(name)
    seen = instant(day, at, zone).astimezone(zone).replace(tzinfo=None)
    wanted = datetime.combine(day, at)
    assert seen == wanted or wanted < seen
