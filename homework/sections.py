"""What the room of homework hangs into pages below: counts for the clinic, insights for clients."""

from django.db.models import Count, Sum

from accounts import sections
from homework.models import Attention, Insight

MOST_INSIGHTS = 50


def unread(request):
    """Notes that were due to be read, by therapist (homework.need.rules.note)."""
    due = Attention.objects.filter(
        clinic=request.clinic, therapy__ended_at=None, reasons__contains=[["note"]]
    )
    counted = due.values("therapy__lead__name").annotate(
        clients=Count("pk"), notes=Sum("unread_notes")
    )
    return {"therapists": list(counted.order_by("-notes", "therapy__lead__name"))}


def understood(request):
    """What a client and their therapists understood in their hours, the newest first."""
    mine = Insight.objects.filter(therapy__client=request.user, therapy__accepted_at__isnull=False)
    return list(mine.order_by("-at")[:MOST_INSIGHTS])


def register():
    sections.register("goals", "understood", "homework/goals_section.html", understood)
    sections.register("clinic", "unread", "homework/clinic_section.html", unread)
