"""Therapies of one therapist that have ended, the latest first, a page at a time."""

from functools import cached_property

from accounts.models import Cover, Therapy
from homework.keys import before

A_PAGE = 25


class EndedTherapies:
    def __init__(self, user, after=""):
        self.user = user
        self.after = after

    @cached_property
    def _rows(self):
        covers = Cover.kinds_of(self.user)
        rows = Therapy.objects.exclude(ended_at=None).treated_by(self.user, covers)
        return list(
            rows.filter(before("ended_at", self.after)).order_by("-ended_at", "pk")[: A_PAGE + 1]
        )

    @property
    def page(self):
        return self._rows[:A_PAGE]

    @property
    def next_key(self):
        """What the next page begins after; empty on the last one."""
        return self.page[-1].ended_at.isoformat() if len(self._rows) > A_PAGE else ""
