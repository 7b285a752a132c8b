from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from goals.models import EndGoal
from homework.forms.draft import DraftForm
from homework.models import Assignment, PracticeEntry, WeekPlan

# Which rows a half-written text may hang from, by the form it is written in.
SUBJECTS: dict[str, Any] = {
    "log": Assignment,
    "entry": PracticeEntry,
    "report": WeekPlan,
    "plan": WeekPlan,
    "step": EndGoal,
}


def draft(request, form, subject):
    """Keep half-written text for its author."""
    if form not in SUBJECTS:
        raise Http404
    rows = SUBJECTS[form].objects.of_client(request.user).select_related("therapy")
    row = get_object_or_404(rows, pk=subject)
    kept = DraftForm(request.POST, form=form, row=row, author=request.user)
    if not kept.is_valid():
        return HttpResponse(status=422)
    kept.keep()
    return HttpResponse(status=204)
