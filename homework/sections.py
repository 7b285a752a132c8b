"""What the room of homework hangs into the clinic's overview: counts, no words."""

from django.db.models import Count, Sum

from accounts import sections
from homework.models import Attention


def unread(request):
    """Notes that were due to be read, by therapist (homework.need.rules.note)."""
    due = Attention.objects.filter(
        clinic=request.clinic, therapy__ended_at=None, reasons__contains=[["note"]]
    )
    counted = due.values("therapy__lead__name").annotate(
        clients=Count("pk"), notes=Sum("unread_notes")
    )
    return {"therapists": list(counted.order_by("-notes", "therapy__lead__name"))}


def register():
    sections.register("clinic", "unread", "homework/clinic_section.html", unread)
