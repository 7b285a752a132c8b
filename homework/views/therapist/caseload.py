"""The therapist's home: who needs whom, and why."""

from django.shortcuts import render

from homework.ended import EndedTherapies
from homework.forms.caseload import CaseloadForm


def caseload(request):
    """Everybody in order of need; a name is searched for by POST."""
    form = CaseloadForm(request.POST if request.method == "POST" else request.GET)
    found = form.caseload(request.user)
    status = 422 if form.errors else 200
    context = {"form": form, "caseload": found}
    response = render(request, "homework/therapist/caseload.html", context, status=status)
    found.note_reading()
    return response


def caseload_ended(request):
    """Therapies that have ended and are kept, to be read only."""
    ended = EndedTherapies(request.user, after=request.GET.get("after", ""))
    return render(request, "homework/therapist/ended.html", {"ended": ended})
