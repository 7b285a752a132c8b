"""Where a therapy stands for the one who looks: who leads, which session is next, whose cover."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, OuterRef
from django.utils import timezone

from accounts.models import Cover, TherapistTerm, Therapy
from homework.models import PracticeEntry, TherapySession
from homework.need.columns import first, summed
from homework.need.reading import moments

HERE = OuterRef("pk")


@dataclass(frozen=True)
class Place:
    lead: str
    lead_since: datetime
    held: int
    next_session_at: datetime | None
    unread: int
    cover: dict

    @property
    def next_number(self):
        return self.held + 1


def place_of(therapy, user):
    """One query for all of it."""
    terms = TherapistTerm.objects.filter(therapy=HERE, ended_at=None)
    sessions = TherapySession.objects.standing().filter(therapy=HERE)
    now = timezone.now()
    ahead, held = sessions.filter(starts_at__gt=now), sessions.filter(starts_at__lte=now)
    covers = Cover.objects.open().filter(therapy=HERE, therapist=user, kind=therapy.access)
    row = (
        Therapy.objects.filter(pk=therapy.pk)
        .annotate(
            lead_name=F("lead__name"),
            lead_since=first(terms, "started_at", "started_at"),
            held=summed(held, Count("pk")),
            next_session_at=first(ahead, "starts_at", "starts_at"),
            unread=summed(PracticeEntry.objects.filter(therapy=HERE).unread(), Count("pk")),
            cover=first(covers, "-ends_at", "ends_at", "break_glass"),
        )
        .values("lead_name", "lead_since", "held", "next_session_at", "unread", "cover")
        .get()
    )
    return Place(
        lead=row["lead_name"],
        lead_since=row["lead_since"],
        held=row["held"] or 0,
        next_session_at=row["next_session_at"],
        unread=row["unread"] or 0,
        cover=moments(row["cover"]),
    )
