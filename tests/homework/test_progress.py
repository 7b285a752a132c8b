"""Counting practice."""

from datetime import date, timedelta

import pytest

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
