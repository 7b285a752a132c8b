"""Counting practice."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework.progress import Planned, Practice, last_days, momentum, share

TODAY = date(2026, 11, 24)
WEEK_AGO = TODAY - timedelta(days=6)


def on(days_ago, state="done", work="a"):
    return Practice(work, TODAY - timedelta(days=days_ago), state)


def week_of(*practices, planned):
    return share(planned, practices, WEEK_AGO, TODAY)


FOUR = [Planned("a", date(2026, 1, 1), times=4)]


def test_partly_counts_half():
    assert week_of(on(1), on(2, "partly"), on(3, "not_today"), planned=FOUR) == 1.5 / 4


def test_a_share_is_capped_at_the_target_of_each_homework():
    both = [*FOUR, Planned("b", date(2026, 1, 1), times=4)]
    assert week_of(*(on(days) for days in range(7)), planned=both) == 0.5


def test_days_without_a_plan_ask_for_nothing():
    half = [Planned("a", TODAY - timedelta(days=30), until=TODAY - timedelta(days=10), times=7)]
    assert week_of(on(1), planned=half) is None
    three = [Planned("a", TODAY - timedelta(days=2), times=7)]
    assert week_of(on(0), on(1), on(2), planned=three) == 1


def test_homework_by_a_date_counts_in_the_week_it_is_due():
    due = [Planned("a", TODAY - timedelta(days=20), due=TODAY)]
    assert week_of(on(12), planned=due) == 1
    assert week_of(planned=[Planned("a", WEEK_AGO, due=TODAY + timedelta(days=3))]) is None


def test_momentum_halves_in_three_weeks():
    start = TODAY - timedelta(days=27)
    weekly = [Planned("a", start, times=1)]
    now, then = momentum(weekly, [on(0)], TODAY), momentum(weekly, [on(21)], TODAY)
    assert now == pytest.approx(2 * then, abs=0.002)


def test_momentum_is_whole_when_all_was_practised_and_none_without_plans():
    daily = [Planned("a", TODAY - timedelta(days=20), times=7)]
    assert momentum(daily, [on(days) for days in range(21)], TODAY) == 1
    assert momentum([], [on(0)], TODAY) is None


def test_a_day_shows_the_strongest_of_what_was_logged():
    shape = last_days([on(1, "not_today"), on(1, "partly"), on(0)], TODAY, days=3)
    assert [state for _day, state in shape] == ["", "partly", "done"]


def test_the_smallest_version_counts_whole_unless_it_was_not_today():
    small = [Practice("a", TODAY, state, smallest=True) for state in ("done", "partly")]
    assert week_of(*small, planned=FOUR) == 2 / 4
    assert week_of(Practice("a", TODAY, "not_today", smallest=True), planned=FOUR) == 0


days_ago = st.integers(0, 90)
works = st.sampled_from("ab")
practices = st.builds(
    lambda work, days, state, smallest: Practice(work, TODAY - timedelta(days), state, smallest),
    works,
    days_ago,
    st.sampled_from(["done", "partly", "not_today"]),
    st.booleans(),
)
logs = st.lists(practices, max_size=30)
plans = st.lists(
    st.builds(
        lambda work, begun, lasted, times, once: Planned(
            work,
            start=TODAY - timedelta(begun),
            until=None if lasted is None else TODAY - timedelta(begun) + timedelta(lasted),
            times=times,
            due=TODAY - timedelta(begun // 2) if once else None,
        ),
        works,
        days_ago,
        st.none() | st.integers(0, 60),
        st.integers(1, 10),
        st.booleans(),
    ),
    max_size=3,
    unique_by=lambda each: each.assignment,
)


@given(plans, logs)
def test_momentum_is_a_share(planned, done):
    found = momentum(planned, done, TODAY)
    assert found is None or 0 <= found <= 1


@given(plans, logs, practices)
def test_practising_never_lowers_momentum(planned, done, more):
    before, after = momentum(planned, done, TODAY), momentum(planned, [*done, more], TODAY)
    assert before is after is None or before <= after


@given(st.integers(0, 83), st.integers(2, 9))
def test_partly_moves_half_as_far_as_done_and_the_smallest_version_as_far(days, times):
    daily = [Planned("a", TODAY - timedelta(days=200), times=times)]
    done, half = (momentum(daily, [on(days, state)], TODAY) for state in ("done", "partly"))
    small = momentum(daily, [Practice("a", TODAY - timedelta(days), "partly", True)], TODAY)
    assert half == pytest.approx(done / 2, abs=0.001) and small == done


@given(st.integers(1, 9), st.integers(0, 20))
def test_more_than_the_target_is_no_more_than_the_target(times, more):
    weekly = [Planned("a", TODAY - timedelta(days=200), times=times)]
    full = [on(3)] * times
    assert momentum(weekly, full + [on(3)] * more, TODAY) == momentum(weekly, full, TODAY)


@given(st.integers(0, 8))
def test_a_week_weighs_half_as_much_as_that_of_three_weeks_later(weeks):
    weekly = [Planned("a", TODAY - timedelta(days=200), times=1)]
    now = momentum(weekly, [on(7 * weeks)], TODAY)
    assert now == pytest.approx(2 * momentum(weekly, [on(7 * weeks + 21)], TODAY), abs=0.002)
