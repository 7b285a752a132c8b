"""Weeks before those of the client page, a page at a time by the moment they were agreed."""

from django.utils.functional import cached_property

from homework.golden_thread import reading
from homework.golden_thread.looking import mark_read
from homework.golden_thread.week import Week
from homework.keys import before
from homework.practice_day import practice_today

A_PAGE = 8


class OlderWeeks:
    def __init__(self, therapy, user, before=""):
        self.therapy, self.user, self.before = therapy, user, before

    @property
    def name(self):
        return self.therapy.client_name

    @cached_property
    def _rows(self):
        seen = reading.plans_seen(self.therapy, reading.seen_since(self.therapy))
        closed = seen.exclude(closed_at=None)
        return list(closed.filter(before("agreed_at", self.before))[: A_PAGE + 1])

    @cached_property
    def weeks(self):
        today, zone = practice_today(self.therapy.zone), self.therapy.zone
        plans = reading.with_practice(self.therapy, self._rows[:A_PAGE])
        return [Week(plan, today, zone) for plan in plans]

    @property
    def next_key(self):
        """What the next page begins before; empty on the last one."""
        return self.weeks[-1].plan.agreed_at.isoformat() if len(self._rows) > A_PAGE else ""

    def mark_read(self):
        mark_read(self.therapy, self.weeks, by=self.user)
