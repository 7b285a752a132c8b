"""How often exercises are given and done, and what clients rated: counts, never who.

Only over the clinics in which somebody treats, and only where enough clients stand behind a
number: fewer would tell of one.
"""

from dataclasses import dataclass

from django.db.models import Avg, Count, Q

from homework.clinic_counts import SMALLEST
from homework.models import Assignment

PRACTISED = ("done", "partly")


@dataclass(frozen=True)
class Usage:
    given: int
    done: int
    # Averages of entries that were rated before and after; None where too few were.
    before: float | None = None
    after: float | None = None


def usage_of(user):
    """{exercise key: Usage} over all versions; what fewer than five clients had is left out."""
    clinics = user.memberships.therapists().values("clinic")
    entry = Q(entries__withdrawn_at=None, entries__state__in=PRACTISED)
    rated = entry & Q(
        entries__private=False, entries__before__isnull=False, entries__after__isnull=False
    )
    rows = (
        Assignment.objects.filter(clinic__in=clinics, plan__agreed_at__isnull=False)
        .exclude(exercise=None)
        .order_by()
        .values("exercise__key")
        .annotate(
            clients=Count("therapy", distinct=True),
            given=Count("pk", distinct=True),
            done=Count("entries", filter=entry),
            raters=Count("therapy", filter=rated, distinct=True),
            before=Avg("entries__before", filter=rated),
            after=Avg("entries__after", filter=rated),
        )
        .filter(clients__gte=SMALLEST)
    )
    return {row["exercise__key"]: of_row(row) for row in rows}


def of_row(row):
    enough = row["raters"] >= SMALLEST
    rated = {name: round(row[name], 1) for name in ("before", "after")} if enough else {}
    return Usage(row["given"], row["done"], **rated)
