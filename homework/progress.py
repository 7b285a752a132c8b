"""Counting practice: week shapes, shares of a target and momentum. Printed rules, pure functions.

Partly counts half and the smallest version whole. Nothing here reads a word anybody wrote.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
# The share of a week weighs half as much as that of the week three weeks later.
HALF_LIFE = 3
# Twelve weeks back a week weighs a sixteenth; earlier ones are left out.
WEEKS_BACK = 12
CREDIT = {"done": 1.0, "partly": 0.5, "not_today": 0.0}
# Nobody can say how it goes lately before a week has been planned.
SPEAKS_AFTER = WEEK
STRONGEST_FIRST = ("done", "partly", "not_today")
# The printed rule: less than half of what was meant, in a fortnight that had a week of it at least.
FORTNIGHT = timedelta(days=14)
HALF = 0.5


@dataclass(frozen=True)
class Practice:
    """What counting needs of one entry."""

    assignment: object
    on: date
    state: str
    smallest: bool = False

    @property
    def credit(self):
        """Partly counts half; the smallest version counts whole, however it went."""
        return 1.0 if self.smallest and CREDIT[self.state] else CREDIT[self.state]


@dataclass(frozen=True)
class Planned:
    """One homework of an agreed plan and the days it stood: `until` is the last of them.

    `times` are meant for seven days; homework by a date is meant once, on `due`.
    """

    assignment: object
    start: date
    until: date | None = None
    times: int = 1
    due: date | None = None

    def stands_within(self, first, last):
        """Whether it stood on any day of first … last."""
        return self.start <= last and (self.until is None or self.until >= first)

    def days_within(self, first, last):
        """How many days of first … last it stood."""
        start, end = max(self.start, first), min(self.until or last, last)
        return max((end - start).days + 1, 0)

    def target_within(self, first, last):
        """How many practices those days were meant to hold."""
        if self.due:
            return float(first <= self.due <= last)
        return self.times * self.days_within(first, last) / 7


def last_days(practices, today, days=7):
    """The shape of the last days, oldest first: [(day, "done" … or "")]."""
    states = defaultdict(set)
    for practice in practices:
        states[practice.on].add(practice.state)
    span = [today - DAY * back for back in range(days - 1, -1, -1)]
    return [(day, strongest(states[day])) for day in span]


def strongest(states):
    """What a day shows when several things were logged on it."""
    return next((state for state in STRONGEST_FIRST if state in states), "")


def share(planned, practices, first, last):
    """How much of the target of first … last was practised, 0 to 1; None if none was meant.

    Each homework is capped at its own target: ten of one do not stand in for another.
    """
    targets = {each.assignment: each.target_within(first, last) for each in planned}
    meant = sum(targets.values())
    if not meant:
        return None
    # Homework by a date may have been practised in an earlier week.
    once = {each.assignment for each in planned if each.due}
    credit = Counter()
    for practice in practices:
        earlier = once and practice.on < first and practice.assignment in once
        if earlier or first <= practice.on <= last:
            credit[practice.assignment] += practice.credit
    return sum(min(credit[key], target) for key, target in targets.items()) / meant


def momentum(planned, practices, today):
    """The exponentially weighted share of the weekly target, or None before anything was planned.

    0 to 1: the sum of share × weight over the sum of weights, where `share` is that of seven days
    counted back from today, capped at each homework's target, and the weight is 0.5 to the power
    of weeks ago / 3. Seven days that only partly had a plan weigh so much less; those without one
    say nothing. So a week away is soon made up for, and an old good month does not hide a new
    silence. After the score of Loop Habit Tracker (github.com/iSoron/uhabits, models/Score.kt),
    by weeks, because homework is meant by the week. For therapists' pages only.
    """
    weighted = total = 0.0
    for back in range(WEEKS_BACK):
        last = today - WEEK * back
        first = last - WEEK + DAY
        standing = [each for each in planned if each.stands_within(first, last)]
        week = share(standing, practices, first, last)
        if week is not None:
            days = max(each.days_within(first, last) for each in standing)
            weight = 0.5 ** (back / HALF_LIFE) * days / 7
            weighted, total = weighted + weight * week, total + weight
    return round(weighted / total, 3) if total else None


@dataclass(frozen=True)
class Counted:
    """What was practised, Partly half, of what was meant."""

    credit: float
    meant: float


def off_track(planned, practices, today):
    """The count of the last fortnight where it is less than half of what was meant, else None.

    A printed rule about counts: it says nothing about why, and nothing before a homework has
    stood for seven days. Homework by a date is counted once that date has come.
    """
    first = today - FORTNIGHT + DAY
    if planned.days_within(first, today) < SPEAKS_AFTER.days:
        return None
    within = (each for each in practices if planned.due or first <= each.on)
    counted = Counted(sum(p.credit for p in within), planned.target_within(first, today))
    return counted if counted.credit < HALF * counted.meant else None
