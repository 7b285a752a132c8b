"""Exercises as a file: taken along, and brought in."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import ngettext

from config.attachment import attached
from config.form_pages import form_page, sent
from homework.forms.library_export import ExportForm
from homework.forms.library_import import ImportForm
from homework.models import Exercise


def library_export(request):
    form = ExportForm(sent(request), by=request.user)
    if form.is_valid():
        return attached(form.file, media_type="application/json", name="exercises.json")
    mine = Exercise.objects.editable_by(request.user).order_by("title", "pk")
    ticked = set(request.POST.getlist("exercise")) if form.is_bound else None
    rows = [(each, ticked is None or str(each.pk) in ticked) for each in mine]
    sets = set(request.POST.getlist("starting_set"))
    set_rows = [(each, each.key in sets or not form.is_bound) for each in form.sets.values()]
    page = {"form": form, "rows": rows, "set_rows": set_rows}
    return form_page(request, "homework/therapist/exchange/export.html", page)


def library_import(request):
    """The file; then what is in it; then what of it was kept."""
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ImportForm(*sent, by=request.user)
    if form.is_valid() and form.keeps:
        number, sets = form.save()
        words = ngettext("%d exercise came in.", "%d exercises came in.", number) % number
        messages.success(request, words)
        if sets:
            words = ngettext("%d starting set came in.", "%d starting sets came in.", sets) % sets
            messages.success(request, words)
        return redirect("library")
    return form_page(request, "homework/therapist/exchange/import.html", {"form": form})
