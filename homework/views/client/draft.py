from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from accounts.models import Therapy
from config.form_pages import refusal
from goals.models import EndGoal
from homework.forms.draft import DraftForm
from homework.models import Assignment, GivenMeasure, PracticeEntry, WeekPlan

# Which rows a half-written text may hang from, by the form it is written in.
SUBJECTS: dict[str, Any] = {
    "log": Assignment,
    "start": Assignment,
    "worksheet": Assignment,
    "entry": PracticeEntry,
    "report": WeekPlan,
    "plan": WeekPlan,
    "agree": WeekPlan,
    "proposal": Therapy,
    "step": EndGoal,
    "measure": GivenMeasure,
}


def draft(request, form, subject):
    """Keep half-written text for its author."""
    if form not in SUBJECTS:
        raise Http404
    rows = SUBJECTS[form].objects.of_client(request.user)
    row = get_object_or_404(rows, pk=subject)
    kept = DraftForm(request.POST, form=form, row=row, author=request.user)
    if not kept.is_valid():
        return refusal(kept)
    if kept.cleaned_data["let_go"]:
        kept.drop()
        return redirect(page_of(form, row))
    kept.keep()
    if "parked" in request.POST:
        return redirect(page_of(form, row))
    return HttpResponse(status=204)


def page_of(form, row):
    """Where the half-written text stands again, for whom a sign-in was in the way."""
    if form == "step":
        return reverse("goals")
    key = row.therapy_id if form == "report" else row.pk
    return reverse("agree" if form == "plan" else form, args=[key])
