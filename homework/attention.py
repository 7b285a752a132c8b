"""Keeps the attention rows true: the tick works out what has become due."""

from django.db.models import Q
from django.utils import timezone

from accounts.models import Therapy
from homework.models import Attention

AT_ONCE = 100


def due_now(now=None):
    """Therapies whose row is lacking, marked, or due by time."""
    return (
        Q(attention=None)
        | Q(attention__stale=True)
        | Q(attention__next_change_at__lte=now or timezone.now())
    )


def refresh_due(limit=500):
    """Work out up to `limit` due rows, a hundred in a transaction; returns how many."""
    due = list(Therapy.objects.open().filter(due_now()).only("clinic")[:limit])
    batches = (due[start : start + AT_ONCE] for start in range(0, len(due), AT_ONCE))
    return sum(Attention.refresh(batch) for batch in batches)
