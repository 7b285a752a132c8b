"""The therapist's home: who needs whom, and why."""

from django.shortcuts import redirect, render
from django.urls import reverse

from config.form_pages import form_page
from homework.caseload import Caseload, View
from homework.ended import EndedTherapies
from homework.forms.caseload import CaseloadForm
from homework.models import KeptView


def caseload(request):
    """Everybody in order of need; a name is searched for by POST."""
    form = CaseloadForm(request.POST if request.method == "POST" else request.GET)
    found = form.caseload(request.user)
    context = {"form": form, "caseload": found}
    response = form_page(request, "homework/therapist/caseload.html", context)
    found.note_reading()
    return response


def caseload_view(request):
    """Keep the conditions that are chosen, or let them go."""
    view = View(request.POST.get("show", ""))
    if view.is_made_of_several and request.POST.get("keep") == "yes":
        KeptView.objects.keep(request.user, str(view))
    elif request.POST.get("keep") == "no":
        KeptView.objects.let_go(request.user, str(view))
    return redirect(f"{reverse('caseload')}?show={view}" if view else "caseload")


def caseload_next(request, therapy):
    """On to whoever is next in need; back to everybody when nobody else is."""
    following = Caseload(request.user).after_client(request.therapy)
    return redirect(following.url if following else "caseload")


def caseload_ended(request):
    """Therapies that have ended and are kept, to be read only."""
    ended = EndedTherapies(request.user, after=request.GET.get("after", ""))
    return render(request, "homework/therapist/ended.html", {"ended": ended})
