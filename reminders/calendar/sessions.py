"""The hours somebody has, as client or as therapist."""

from datetime import timedelta

from django.conf import settings
from django.db.models import Count, Max, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import AuditEvent, Cover, Therapy
from homework.models import TherapySession

KEPT = timedelta(days=30)


def sessions_of(user, made_at):
    """Events of the last weeks and all to come. A cancelled hour says so: one that only went
    missing would stay in many calendars."""
    own = Therapy.objects.of_client(user).accepted().open()
    # Who only reads a therapy, as a supervisor does, does not meet its client.
    stands_in = Cover.objects.open().filter(therapist=user, kind=Cover.Kind.WRITE)
    led = Therapy.objects.treated_by(user, stands_in.values("therapy")).open()
    hours = TherapySession.objects.filter(
        Q(therapy__in=own.values("pk")) | Q(therapy__in=led.values("pk")),
        starts_at__gt=timezone.now() - KEPT,
    ).order_by("starts_at", "pk")
    revised = revisions_of(hours)
    for hour in hours:
        times, last = revised.get(str(hour.pk), (1, made_at))
        yield {
            "uid": hour.pk,
            "sequence": times - 1,
            "dtstamp": last,
            "last-modified": last,
            "summary": _("Appointment"),
            "dtstart": hour.starts_at.astimezone(user.zone),
            "dtend": hour.ends_at.astimezone(user.zone),
            "status": "CANCELLED" if hour.cancelled_at else "CONFIRMED",
            "transp": "TRANSPARENT" if hour.cancelled_at else "OPAQUE",
            "url": settings.PUBLIC_URL,
        }


def revisions_of(hours):
    """{session: (how often it was written down, when last)}. The audit has kept each time."""
    events = AuditEvent.objects.filter(
        therapy_id__in={hour.therapy_id for hour in hours},
        subject=TherapySession._meta.label_lower,
        action__startswith="session.",
    )
    counted = events.values("subject_id").annotate(times=Count("pk"), last=Max("at"))
    return {row["subject_id"]: (row["times"], row["last"]) for row in counted}
