"""One client: the golden thread on one page."""

from django.shortcuts import render

from accounts.models import AuditEvent


def client_page(request, therapy):
    AuditEvent.record(request.user, "therapy.read", request.therapy)
    return render(request, "homework/therapist/client.html", {"therapy": request.therapy})
