"""The practice day ends at 04:00, by the wall clock where the phone is (design §2.3)."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from homework.practice_day import noon, practice_date, practice_today
from tests.homework.models.practice import at

MONDAY, SUNDAY = date(2026, 11, 2), date(2026, 11, 1)
ZONES = [
    *("UTC", "Europe/London", "Europe/Berlin", "America/New_York", "America/St_Johns"),
    *("Asia/Kathmandu", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Australia/Lord_Howe"),
]
moments = st.datetimes(
    datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)
)  # fmt: skip
zones = st.sampled_from(ZONES).map(ZoneInfo)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-11-02T00:40+00:00", SUNDAY),
        ("2026-11-02T03:59:59.999999+00:00", SUNDAY),
        ("2026-11-02T04:00+00:00", MONDAY),
        ("2026-11-02T23:59+00:00", MONDAY),
    ],
)
def test_the_evening_lasts_until_four(moment, day):
    assert practice_date(at(moment), ZoneInfo("Europe/London")) == day


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Pacific/Kiritimati", date(2026, 11, 3)),
        ("Asia/Kathmandu", MONDAY),
        ("America/New_York", MONDAY),
        ("Pacific/Pago_Pago", SUNDAY),
    ],
)
def test_one_moment_has_its_own_day_in_each_zone(zone, day):
    assert practice_date(at("2026-11-02T14:30+00:00"), ZoneInfo(zone)) == day


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        # Clocks go forward at 01:00 on 29 March, back at 02:00 on 25 October.
        ("2026-03-29T02:59:59+00:00", date(2026, 3, 28)),
        ("2026-03-29T03:00+00:00", date(2026, 3, 29)),
        ("2026-10-25T03:59:59+00:00", date(2026, 10, 24)),
        ("2026-10-25T04:00+00:00", date(2026, 10, 25)),
    ],
)
def test_the_wall_clock_decides_when_clocks_change(moment, day):
    assert practice_date(at(moment), ZoneInfo("Europe/London")) == day


@given(moments, zones)
def test_from_four_on_it_is_that_day_and_before_it_the_day_before(moment, zone):
    there = moment.astimezone(zone)
    early = there.hour < 4
    assert practice_date(moment, zone) == there.date() - timedelta(days=early)


@given(moments, zones)
def test_a_day_is_never_far_from_the_worlds(moment, zone):
    assert abs(practice_date(moment, zone) - moment.date()) <= timedelta(days=1)


@given(moments, zones, st.integers(2, 400))
def test_what_comes_later_never_belongs_to_an_earlier_day(moment, zone, hours):
    later = moment + timedelta(hours=hours)
    assert practice_date(later, zone) >= practice_date(moment, zone)


@given(st.dates(date(2024, 1, 1), date(2030, 1, 1)), zones)
def test_a_day_given_by_its_date_comes_back_as_that_day(day, zone):
    assert practice_date(noon(day, zone), zone) == day


def test_today_is_asked_of_the_clock():
    with time_machine.travel(at("2026-11-02T03:30+00:00"), tick=False):
        assert practice_today(ZoneInfo("Europe/London")) == SUNDAY
        assert practice_today(ZoneInfo("Europe/Berlin")) == MONDAY
