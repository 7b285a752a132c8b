"""Wall-clock times become instants, through both clock changes."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reminders.clock import after_quiet, instant, next_quiet

BERLIN = ZoneInfo("Europe/Berlin")


def test_a_time_in_the_spring_gap_is_the_first_valid_one_after_it():
    assert instant(date(2026, 3, 29), time(2, 30), BERLIN) == datetime(
        2026, 3, 29, 1, 0, tzinfo=UTC
    )


def test_a_time_that_happens_twice_is_its_first():
    assert instant(date(2026, 10, 25), time(2, 30), BERLIN) == datetime(
        2026, 10, 25, 0, 30, tzinfo=UTC
    )


TWICE = {  # 02:10 and 02:30 of that night, the first time and the second
    name: datetime(2026, 10, 25, hour, minute, tzinfo=UTC)
    for name, hour, minute in [
        ("first 02:10", 0, 10),
        ("first 02:30", 0, 30),
        ("second 02:10", 1, 10),
        ("second 02:30", 1, 30),
    ]
}


@pytest.mark.parametrize("which", ["first", "second"])
def test_quiet_hours_that_end_in_a_repeated_hour_end_that_night(which):
    quiet = (time(22), time(2, 30))
    assert after_quiet(TWICE[f"{which} 02:10"], BERLIN, quiet) == TWICE[f"{which} 02:30"]


@pytest.mark.parametrize("which", ["first", "second"])
def test_quiet_hours_that_begin_in_a_repeated_hour_begin_that_night(which):
    quiet = (time(2, 30), time(8))
    assert next_quiet(TWICE[f"{which} 02:10"], BERLIN, quiet) == TWICE[f"{which} 02:30"]


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


QUIET = st.tuples(st.times(), st.times()).map(
    lambda pair: tuple(at.replace(second=0, microsecond=0) for at in pair)
)


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)),
    QUIET.filter(lambda quiet: quiet[0] != quiet[1]),
    st.sampled_from(sorted(available_timezones())),
)
def test_nobody_is_kept_waiting_longer_than_their_quiet_hours(moment, quiet, name):
    zone = ZoneInfo(name)
    begin, end = (datetime.combine(date.min, at) for at in quiet)
    longest = (end - begin) % timedelta(days=1) + timedelta(hours=3)
    assert moment <= after_quiet(moment, zone, quiet) <= moment + longest
