"""Every zone of the tz database, two years: one slot a date, inside its day, in order."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import given, settings
from hypothesis import strategies as st

from homework.practice_day import practice_date
from reminders.clock import on_practice_day

DAYS = [date(2026, 1, 1) + timedelta(days=n) for n in range(731)]
ZONES = sorted(available_timezones())
TIMES = [time(0, 30), time(1, 45), time(2, 30), time(3, 45), time(18)]


def stretches(zone):
    """A few dates around each change of the zone's offset; the others are all alike."""
    noons = [datetime.combine(day, time(12), zone).utcoffset() for day in DAYS]
    changed = [n for n, (one, other) in enumerate(pairwise(noons)) if one != other]
    return [DAYS[max(n - 2, 0) : n + 5] for n in [100, *changed]]


def test_one_slot_a_date_inside_the_day_and_in_order():
    for name in ZONES:
        zone = ZoneInfo(name)
        for at in TIMES:
            for days in stretches(zone):
                moments = [on_practice_day(day, at, zone) for day in days]
                assert all(one < other for one, other in pairwise(moments)), (name, at)
                assert [practice_date(moment, zone) for moment in moments] == days, (name, at)


@given(
    st.sampled_from(ZONES),
    st.sampled_from(DAYS),
    st.times().map(lambda at: at.replace(second=0, microsecond=0)),
)
@settings(max_examples=300)
def test_at_any_time_of_the_day(name, day, at):
    zone = ZoneInfo(name)
    today, next_day = (on_practice_day(day + timedelta(days=n), at, zone) for n in (0, 1))
    assert practice_date(today, zone) == day
    assert today < next_day
