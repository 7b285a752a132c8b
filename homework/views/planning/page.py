"""How the therapist's working pages answer."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from accounts.models import AuditEvent
from accounts.rule import LEAD, WRITERS
from accounts.sections import sections
from config.form_pages import form_page


def page(request, template, **context):
    """A page about `request.therapy`; 422 when a form on it was refused. Its reading is audited."""
    therapy = request.therapy
    AuditEvent.record(request.user, "therapy.read", therapy)
    context |= {
        "therapy": therapy,
        "name": first_name(therapy),
        "may_write": may_write(therapy),
        "may_end": therapy.access in LEAD and therapy.is_open,
    }
    return form_page(request, f"homework/planning/{template}", context)


def beside_the_yes(request, hour):
    """What of the rooms above is agreed to in the room, with the plan."""
    if not hour.homework:
        return ()
    return sections("room", request, plan=hour.plan, homework=hour.homework)


def may_write(therapy):
    return therapy.access in WRITERS and therapy.is_open


def first_name(therapy):
    return therapy.client_name.split(" ")[0]


def leave(request, name, *args, said="", place=""):
    """On to where the pressed button leads, else to the named page of this therapy."""
    following = request.POST.get("next", "")
    ours = following.startswith(f"/caseload/{request.therapy.pk}/")
    if ours and url_has_allowed_host_and_scheme(following, allowed_hosts=None):
        return redirect(following)
    if said:
        messages.success(request, said)
    return redirect(therapy_url(request, name, *args) + place)


def kept(request, name):
    """Saved while somebody types: nothing to show, unless it had waited behind a sign-in."""
    if "parked" in request.POST:
        return redirect(therapy_url(request, name))
    return HttpResponse(status=204)


def therapy_url(request, name, *args):
    return reverse(name, args=[request.therapy.pk, *args])
