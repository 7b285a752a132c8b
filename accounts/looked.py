"""Who can see a therapy, and who has looked, in words for the client."""

from itertools import groupby

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import AuditEvent, Cover, TherapistTerm

# What others did with what the client wrote. Reading is one row a page, so days are enough.
WORDS = {
    "therapy.read": _("opened your pages"),
    "therapy.quoted": _("read a line of yours in the list of clients"),
    "entry.read": _("read an entry"),
    "report.read": _("read your report"),
    "cover.granted": _("let somebody stand in"),
    "cover.ended": _("ended a cover"),
    "cover.glass_broken": _("opened your pages in an emergency, for 60 minutes"),
    "therapy.handed_over": _("handed over to another therapist"),
    "record.exported": _("made a copy of the record"),
}
MOST = 300


def who_can_see(therapies):
    """Open terms and covers: (person, what for, from, until or None)."""
    terms = TherapistTerm.objects.filter(therapy__in=therapies, ended_at=None)
    covers = Cover.objects.open().filter(therapy__in=therapies)
    rows = [
        (term.therapist, _("Your therapist"), term.started_at, None)
        for term in terms.select_related("therapist")
    ]
    return rows + [
        (cover.therapist, cover.get_kind_display(), cover.starts_at, cover.ends_at)
        for cover in covers.select_related("therapist")
    ]


def who_looked(therapies, client):
    """[(day, [(person, words), …]), …], the latest day first, each thing once a day."""
    events = (
        AuditEvent.objects.filter(
            therapy_id__in=therapies.values("pk"), action__in=WORDS, actor__isnull=False
        )
        .exclude(actor=client)
        .select_related("actor")
        .order_by("-at")[:MOST]
    )
    days = groupby(events, key=lambda event: timezone.localdate(event.at))
    return [(day, once(events)) for day, events in days]


def once(events):
    return list(dict.fromkeys((event.actor, WORDS[event.action]) for event in events))
