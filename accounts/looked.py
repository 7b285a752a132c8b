"""Who can see a therapy, and who has looked, in words for the client."""

from itertools import groupby

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import AuditEvent, Cover, TherapistTerm

# What others did with what the client wrote. Reading is one row a page, so days are enough.
WORDS = {
    "therapy.read": _("opened your pages"),
    "therapy.printed": _("printed a sheet about you"),
    "therapy.quoted": _("read a line of yours in the list of clients"),
    "entry.read": _("read an entry"),
    "report.read": _("read your report"),
    "cover.granted": _("let somebody stand in"),
    "cover.ended": _("ended a cover"),
    "cover.glass_broken": _("opened your pages in an emergency, for 60 minutes"),
    "therapy.handed_over": _("handed over to another therapist"),
}
WITH_REASON = {"cover.granted", "cover.glass_broken"}
MOST = 300


def who_can_see(therapies):
    """Open terms and covers: (person, what for, from, until or None, the reason given)."""
    terms = TherapistTerm.objects.filter(therapy__in=therapies, ended_at=None)
    covers = Cover.objects.open().filter(therapy__in=therapies)
    rows = [
        (term.therapist, _("Your therapist"), term.started_at, None, "")
        for term in terms.select_related("therapist")
    ]
    return rows + [
        (cover.therapist, what_for(cover), cover.starts_at, cover.ends_at, cover.reason)
        for cover in covers.select_related("therapist")
    ]


def what_for(cover):
    return _("Reads in an emergency") if cover.break_glass else cover.get_kind_display()


def who_looked(therapies, client):
    """[(day, [(person, words, reason), …]), …], the latest day first, each thing once a day."""
    events = list(
        AuditEvent.objects.filter(
            therapy_id__in=therapies.values("pk"), action__in=WORDS, actor__isnull=False
        )
        .exclude(actor=client)
        .select_related("actor")
        .order_by("-at")[:MOST]
    )
    reasons = reasons_of(events)
    days = groupby(events, key=lambda event: timezone.localdate(event.at))
    return [(day, once(events, reasons)) for day, events in days]


def reasons_of(events):
    """Why a cover was opened, by its event: encrypted in its row, no audit row carries it."""
    ids = {event.pk: event.subject_id for event in events if event.action in WITH_REASON}
    covers = Cover.objects.filter(pk__in=ids.values()).only("clinic", "reason") if ids else ()
    reasons = {str(cover.pk): cover.reason for cover in covers}
    return {event: reasons.get(cover, "") for event, cover in ids.items()}


def once(events, reasons):
    rows = ((event.actor, WORDS[event.action], reasons.get(event.pk, "")) for event in events)
    return list(dict.fromkeys(rows))
