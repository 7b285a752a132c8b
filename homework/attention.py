"""Keeps the attention rows true: the tick works out what has become due."""

from django.db.models import Q
from django.utils import timezone

from accounts.models import Therapy
from accounts.wall import every_clinic, in_clinics
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
    with every_clinic():
        due = list(Therapy.objects.open().filter(due_now()).only("clinic")[:limit])
    batches = (due[start : start + AT_ONCE] for start in range(0, len(due), AT_ONCE))
    return sum(refresh(batch) for batch in batches)


def refresh(therapies):
    with in_clinics(*{therapy.clinic_id for therapy in therapies}):
        return Attention.refresh(therapies)
