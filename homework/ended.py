"""Therapies of one therapist that have ended, the latest first, a page at a time."""

from datetime import datetime
from functools import cached_property

from django.db.models import Q

from accounts.models import Therapy

A_PAGE = 25


class EndedTherapies:
    def __init__(self, user, after=""):
        self.user = user
        self.after = after

    @cached_property
    def _rows(self):
        rows = Therapy.objects.exclude(ended_at=None).treated_by(self.user)
        return list(rows.filter(earlier(self.after)).order_by("-ended_at", "pk")[: A_PAGE + 1])

    @property
    def page(self):
        return self._rows[:A_PAGE]

    @property
    def next_key(self):
        """What the next page begins after; empty on the last one."""
        return self.page[-1].ended_at.isoformat() if len(self._rows) > A_PAGE else ""


def earlier(key):
    """Before the moment of a key; a key that is none begins at the first page."""
    try:
        return Q(ended_at__lt=datetime.fromisoformat(key))
    except ValueError:
        return Q()
