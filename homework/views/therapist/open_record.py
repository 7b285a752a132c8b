"""Break-glass: read access for an hour, with a reason, seen by everybody."""

from django.shortcuts import get_object_or_404, redirect, render

from accounts.models import Therapy
from homework.forms.open_record import OpenRecordForm


def open_record(request, record):
    """For therapists of the same clinic; to everybody else the record does not exist."""
    therapy = get_object_or_404(Therapy.objects.of_colleagues(request.user), pk=record)
    if therapy.access:
        return redirect("client-page", record)
    form = OpenRecordForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        form.open(therapy, by=request.user)
        return redirect("client-page", record)
    status = 422 if form.errors else 200
    context = {"form": form, "therapy": therapy}
    return render(request, "homework/therapist/open_record.html", context, status=status)
