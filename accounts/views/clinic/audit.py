from django.db.models import Exists, OuterRef, Q
from django.shortcuts import render

from accounts.audit_words import KINDS
from accounts.models import AuditEvent, AuditSeal, Membership, Therapy
from accounts.views.clinic.of_admin import of_admin

PAGE = 50


@of_admin
def audit(request):
    """Who did or read what, the latest first. No words of anybody are in it."""
    events = chosen(told(request.clinic), request.GET)
    rows = list(events.select_related("actor", "seal").order_by("-pk")[: PAGE + 1])
    checked = "check" in request.GET
    context = {
        "events": rows[:PAGE],
        "before": rows[PAGE - 1].pk if len(rows) > PAGE else None,
        "kinds": KINDS,
        "kind": request.GET.get("kind", ""),
        "people": Membership.objects.filter(clinic=request.clinic).select_related("user"),
        "person": request.GET.get("person", ""),
        "checked": checked,
        "broken": AuditSeal.first_broken(request.clinic.pk) if checked else None,
    }
    return render(request, "accounts/clinic/audit.html", context)


def told(clinic):
    """All but what clients did to their own entries: that one was logged, hidden or taken back
    may be nobody's to know, and who reads here may be the therapist. Nor whose answer raised a
    flag: it would tell what was answered. The seal covers it too."""
    own = Therapy.objects.filter(pk=OuterRef("therapy_id"), client=OuterRef("actor"))
    unsaid = Q(action__startswith="practice.") | Q(action="flag.raised")
    return AuditEvent.objects.filter(clinic=clinic).exclude(unsaid & Exists(own))


def chosen(events, wanted):
    """Filters from the address; what makes no sense filters nothing."""
    if wanted.get("kind") in KINDS:
        events = events.filter(action__startswith=wanted["kind"] + ".")
    if before := number(wanted.get("before", "")):
        events = events.filter(pk__lt=before)
    person = wanted.get("person", "")
    if len(person) == 36:
        events = events.filter(actor__in=Membership.objects.users_matching(person))
    return events


def number(text):
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None
