import csv
from datetime import UTC, date, datetime, time, timedelta
from io import StringIO

from django.db.models import Exists, OuterRef, Q
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from accounts.audit_words import KINDS
from accounts.ground.ids import id_of
from accounts.models import AuditEvent, AuditSeal, Membership, Therapy
from accounts.models.audit_chain import flaw_in
from accounts.tables import MARK, harmless
from accounts.throttle import allows, seconds_left, throttle
from accounts.views.clinic.of_admin import of_admin
from config.attachment import attached
from config.errors import wait

PAGE = 50
# Of the chain, while somebody waits for the page.
LOOKED_AT = 5000
MOST_IN_FILE = 20_000
FILTERS = ("kind", "person", "therapy", "from", "to")
HEADS = ("at", "name", "e-mail", "action", "row_kind", "row", "therapy", "seal")
OF_A_FLAG = Q(action__startswith="flag.") | Q(action="cover.on_duty")


@of_admin
def audit(request):
    """Who did or read what, the latest first. No words of anybody are in it."""
    events = chosen(told(request.clinic), request)
    rows = list(events.select_related("actor", "seal").order_by("-pk")[: PAGE + 1])
    checked = "check" in request.GET
    if checked and not allows(request, "audit_check", reading=True):
        return wait(request, seconds_left(request, "audit_check"))
    wanted = {name: request.GET.get(name, "") for name in FILTERS}
    context = {
        "events": named(rows[:PAGE], request.clinic),
        "before": rows[PAGE - 1].pk if len(rows) > PAGE else None,
        "kinds": KINDS,
        "people": Membership.objects.filter(clinic=request.clinic).select_related("user"),
        "wanted": wanted,
        "as_asked": urlencode({name: text for name, text in wanted.items() if text}),
        "client": client_of(request),
        "checked": checked,
        "broken": flaw_in(request.clinic.pk, newest=LOOKED_AT) if checked else None,
        "newest": LOOKED_AT if checked and is_longer(request.clinic) else None,
    }
    return render(request, "accounts/clinic/audit.html", context)


@of_admin
@throttle("audit_file", reading=True)
def audit_file(request):
    """The same as a table, the latest first; that it was taken stands in the audit, too."""
    events = chosen(told(request.clinic), request).select_related("actor", "seal")
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADS)
    rows = list(events.order_by("-pk")[: MOST_IN_FILE + 1])
    for event in rows[:MOST_IN_FILE]:
        writer.writerow([harmless(cell) for cell in cells_of(event)])
    if len(rows) > MOST_IN_FILE:
        writer.writerow([_("There is more: ask for earlier days by “to”.")])
    AuditEvent.record(
        request.user, "clinic.audit_exported", request.clinic, clinic_id=request.clinic.pk
    )
    name = f"audit-{timezone.localdate():%Y-%m-%d}.csv"
    table = MARK + text.getvalue()
    return attached(table, media_type="text/csv; charset=utf-8", name=name)


def is_longer(clinic):
    """Than what is looked at here; verify_audit looks at all of it."""
    return AuditSeal.objects.filter(clinic=clinic, position__gt=LOOKED_AT).exists()


def cells_of(event):
    actor = event.actor
    yield event.at.astimezone(UTC).isoformat(timespec="seconds")
    yield from (actor.name, actor.email or "") if actor else ("", "")
    yield event.action
    yield from (event.subject, event.subject_id, str(event.therapy_id or ""))
    yield event.seal.position if hasattr(event, "seal") else ""


def named(events, clinic):
    """Each with whom it was about: the name that their therapist gave them, as on Therapies."""
    ids = {event.therapy_id for event in events} - {None}
    about = Therapy.objects.filter(clinic=clinic, pk__in=ids).not_locked_away().in_bulk()
    for event in events:
        event.about = about.get(event.therapy_id)
    return events


def client_of(request):
    """The therapy whose events are looked for, if it is one of this clinic's."""
    pk = id_of(request.GET.get("therapy", ""))
    return (
        Therapy.objects.filter(clinic=request.clinic, pk=pk).not_locked_away().first()
        if pk
        else None
    )


def told(clinic):
    """All but what clients did to their own entries: that one was logged, hidden or taken back
    may be nobody's to know, and who reads here may be the therapist. Once a therapy is erased or
    locked away nobody knows whose they were, and none is told. Nor anything of a flag, or whom
    it let in: it would tell what was answered. The seal covers it too."""
    here = Therapy.objects.filter(pk=OuterRef("therapy_id")).not_locked_away()
    of_others = Exists(here.exclude(client=OuterRef("actor")))
    unsaid = Q(action__startswith="practice.") & ~of_others | OF_A_FLAG
    return AuditEvent.objects.filter(clinic=clinic).exclude(unsaid)


def chosen(events, request):
    """Filters from the address; what makes no sense filters nothing."""
    wanted = request.GET
    if wanted.get("kind") in KINDS:
        events = events.filter(action__startswith=wanted["kind"] + ".")
    if before := number(wanted.get("before", "")):
        events = events.filter(pk__lt=before)
    if person := id_of(wanted.get("person", "")):
        events = events.filter(actor=person)
    if therapy := id_of(wanted.get("therapy", "")):
        events = events.filter(therapy_id=therapy)
    zone = request.clinic.zone
    if first := day_of(wanted.get("from", "")):
        events = events.filter(at__gte=datetime.combine(first, time(0), zone))
    if last := day_of(wanted.get("to", "")):
        events = events.filter(at__lt=datetime.combine(last + timedelta(days=1), time(0), zone))
    return events


def number(text):
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def day_of(text):
    """A day as browsers send it; none of a time in which no clinic was."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if 2000 <= day.year < 2200 else None
