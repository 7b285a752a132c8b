"""How often exercises are given, done and found useful: counts, never who.

Only over the clinics in which somebody treats, and only where enough clients stand behind a
number: fewer would tell of one.
"""

from dataclasses import dataclass

from django.db.models import Avg, Count, Q
from django.db.models.functions import Coalesce

from homework.clinic_counts import SMALLEST
from homework.models import Assignment

PRACTISED = ("done", "partly")
HELPED = ("a_little", "a_lot")


# Somebody in two therapies is one client; who has no account, on paper, is their therapy.
CLIENT = Coalesce("therapy__client", "therapy")


@dataclass(frozen=True)
class Usage:
    clients: int
    given: int
    done: int
    # Averages of entries that were rated before and after; None where too few were.
    before: float | None = None
    after: float | None = None
    # Clients who said whether it helped, and those of them whom it helped at least once.
    answered: int | None = None
    helped: int | None = None


def usage_of(user):
    """{exercise key: Usage} over all versions; what fewer than five clients had is left out."""
    clinics = user.memberships.therapists().values("clinic")
    entry = Q(entries__withdrawn_at=None, entries__state__in=PRACTISED)
    shared = entry & Q(entries__private=False)
    rated = shared & Q(entries__before__isnull=False, entries__after__isnull=False)
    answered = shared & Q(entries__helped__gt="")
    helped = shared & Q(entries__helped__in=HELPED)
    rows = (
        Assignment.objects.filter(clinic__in=clinics, plan__agreed_at__isnull=False)
        .exclude(exercise=None)
        .order_by()
        .values("exercise__key")
        .annotate(
            clients=Count(CLIENT, distinct=True),
            given=Count("pk", distinct=True),
            done=Count("entries", filter=entry),
            raters=Count(CLIENT, filter=rated, distinct=True),
            before=Avg("entries__before", filter=rated),
            after=Avg("entries__after", filter=rated),
            answered=Count(CLIENT, filter=answered, distinct=True),
            helped=Count(CLIENT, filter=helped, distinct=True),
        )
        .filter(clients__gte=SMALLEST)
    )
    return {row["exercise__key"]: of_row(row) for row in rows}


def of_row(row):
    said = {}
    if row["raters"] >= SMALLEST:
        said |= {name: round(row[name], 1) for name in ("before", "after")}
    if row["answered"] >= SMALLEST:
        said |= {name: row[name] for name in ("answered", "helped")}
    return Usage(row["clients"], row["given"], row["done"], **said)
