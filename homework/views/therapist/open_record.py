"""Break-glass: read access for an hour, with a reason, seen by everybody."""

from django.shortcuts import get_object_or_404, redirect

from accounts.models import Therapy
from config.form_pages import form_page, sent
from homework.forms.open_record import FindRecordForm, OpenRecordForm


def colleagues_records(request):
    """Find a colleague's client, to open the record in an emergency."""
    form = FindRecordForm(sent(request))
    found = form.found(request.user) if form.is_valid() else None
    context = {"form": form, "found": found}
    return form_page(request, "homework/therapist/colleagues_records.html", context)


def open_record(request, record):
    """For therapists of the same clinic; to everybody else the record does not exist."""
    colleagues = Therapy.objects.of_colleagues(request.user).select_related("lead")
    therapy = get_object_or_404(colleagues, pk=record)
    if therapy.access:
        return redirect("client-page", record)
    form = OpenRecordForm(sent(request))
    if request.method == "POST" and form.is_valid():
        form.open(therapy, by=request.user)
        return redirect("client-page", record)
    context = {"form": form, "therapy": therapy}
    return form_page(request, "homework/therapist/open_record.html", context)
