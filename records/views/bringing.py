"""A client brings along what they have from elsewhere; both sides read what was brought."""

from itertools import groupby

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.models import AuditEvent
from config.form_pages import form_page
from records.forms import BringForm, ChooseFileForm
from records.forms.bringing import HEADINGS
from records.models import Brought, BroughtFile


def bringing(request):
    """First the file, then what of it."""
    file = BroughtFile.objects.of(request.user).first()
    pressed = request.POST.get("do")
    if pressed == "away":
        BroughtFile.objects.filter(user=request.user).delete()
        return redirect("bringing")
    if file and pressed != "file":
        return choosing(request, file)
    form = ChooseFileForm(*sent(request))
    if form.is_valid():
        form.keep(request.user)
        return redirect("bringing")
    return form_page(request, "records/bring_file.html", {"form": form})


def sent(request):
    return (request.POST, request.FILES) if request.method == "POST" else ()


def choosing(request, file):
    form = BringForm(*sent(request)[:1], file=file, user=request.user)
    if form.is_valid() and form.bring():
        if form.brings_new:
            messages.success(request, _("It is here now. Your therapist can read it."))
        else:
            messages.info(request, _("It was here already. Nothing has changed."))
        return redirect("brought")
    return form_page(request, "records/bring.html", {"form": form})


def brought(request):
    mine = Brought.objects.filter(therapy__client=request.user)
    return render(request, "records/brought.html", {"groups": grouped(mine)})


def brought_read(request, therapy):
    """What the client has brought along, for whoever reads the therapy."""
    rows = Brought.objects.filter(therapy=request.therapy)
    AuditEvent.record(request.user, "therapy.read", request.therapy)
    context = {"groups": grouped(rows), "therapy": request.therapy}
    return render(request, "records/brought_read.html", context)


def grouped(rows):
    order = list(HEADINGS)
    rows = sorted(rows.order_by("at", "pk"), key=lambda row: order.index(row.kind))
    return [(HEADINGS[kind], list(each)) for kind, each in groupby(rows, lambda row: row.kind)]
