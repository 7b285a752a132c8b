"""A client's copy of everything: what is in it, and the files to choose from."""

from allauth.account.decorators import reauthentication_required
from django.http import HttpResponse
from django.shortcuts import render

from accounts.models import AuditEvent
from records.reader import record_of
from records.reading import therapies_of
from records.writers.data import in_json
from records.writers.fhir import in_fhir
from records.writers.page import in_one_page, in_pdf
from records.writers.tables import in_tables


def about(request):
    return render(request, "records/export.html")


@reauthentication_required
def as_page(request):
    return taken(request, in_one_page, "html", "text/html; charset=utf-8")


@reauthentication_required
def as_pdf(request):
    return taken(request, in_pdf, "pdf", "application/pdf")


@reauthentication_required
def as_tables(request):
    return taken(request, in_tables, "zip", "application/zip")


@reauthentication_required
def as_data(request):
    return taken(request, in_json, "json", "application/json")


@reauthentication_required
def as_fhir(request):
    return taken(request, in_fhir, "fhir.json", "application/fhir+json")


def taken(request, write, ending, kind):
    """The file, with a name that says nothing, and a line in the audit of each therapy."""
    therapies = therapies_of(request.user)
    content = write(record_of(request.user, therapies))
    for therapy in therapies:
        AuditEvent.record(request.user, "record.exported", therapy, file=ending)
    headers = {
        "Content-Disposition": f'attachment; filename="notes.{ending}"',
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
    return HttpResponse(content, content_type=kind, headers=headers)
