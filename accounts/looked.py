"""Who can see a therapy, and who has looked, in words for the client."""

from itertools import groupby

from django.db.models import Case, Max, Q, Value, When
from django.db.models.functions import TruncDate
from django.utils.translation import gettext_lazy as _

from accounts.models import AuditEvent, Cover, TherapistTerm, User

# What others did with what the client wrote. Reading is one row a page, so days are enough.
WORDS = {
    "therapy.read": _("opened your pages"),
    "therapy.printed": _("printed a sheet about you"),
    "therapy.quoted": _("read a line of yours in the list of clients"),
    "entry.read": _("read an entry"),
    "report.read": _("read your report"),
    "measure.read": _("read your answers"),
    "flag.read": _("read one answer of yours"),
    "cover.granted": _("let somebody stand in"),
    "cover.ended": _("ended a cover"),
    "cover.glass_broken": _("opened your pages in an emergency, for 60 minutes"),
    "therapy.handed_over": _("handed over to another therapist"),
    "therapy.signed_out": _("signed you out everywhere"),
}
WITH_REASON = {"cover.granted", "cover.glass_broken"}
OF_COVER = Q(action__in=WITH_REASON)
# Things of a day, not single looks.
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
    if cover.on_duty:
        return _("Looks at what you answered")
    return _("Reads in an emergency") if cover.break_glass else cover.get_kind_display()


def who_looked(therapies, client):
    """[(day, [(person, words, reason), …]), …], the latest day first, each thing once a day.

    The database brings each thing of a day once: however often somebody looked on one day, the
    days before are not crowded out.
    """
    looks = list(
        AuditEvent.objects.filter(
            therapy_id__in=therapies.values("pk"), action__in=WORDS, actor__isnull=False
        )
        .exclude(actor=client)
        .annotate(day=TruncDate("at"), cover=Case(When(OF_COVER, "subject_id"), default=Value("")))
        .values("day", "actor", "actor__name", "action", "cover")
        .annotate(last=Max("at"))
        .order_by("-last")[:MOST]
    )
    reasons = reasons_of({look["cover"] for look in looks} - {""})
    days = groupby(looks, key=lambda look: look["day"])
    return [(day, [as_told(look, reasons) for look in looks]) for day, looks in days]


def reasons_of(covers):
    """Why a cover was opened, by its id: encrypted in its row, no audit row carries it."""
    found = Cover.objects.filter(pk__in=covers).only("clinic", "reason") if covers else ()
    return {str(cover.pk): cover.reason for cover in found}


def as_told(look, reasons):
    person = User(pk=look["actor"], name=look["actor__name"])
    return person, WORDS[look["action"]], reasons.get(look["cover"], "")
