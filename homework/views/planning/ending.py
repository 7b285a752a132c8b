"""Pausing a therapy, and ending it with a page made together."""

from django.utils.translation import gettext as _

from config.form_pages import refusal
from homework.forms.ending import EndingForm, PauseForm, SureForm
from homework.views.planning.page import kept, leave, page


def ending(request, therapy):
    if not request.therapy.is_open:
        return page(request, "ended.html", ending=request.therapy.ending)
    if request.method == "POST":
        return written(request)
    form = EndingForm(therapy=request.therapy, by=request.user)
    return page(request, "ending.html", form=form, sure=SureForm(therapy=request.therapy))


def written(request):
    """Kept for now, or ended: only the second button ends it, and only with the tick."""
    form = EndingForm(request.POST, therapy=request.therapy, by=request.user)
    if "keep" in request.GET:
        return kept(request, "ending") if form.keep() else refusal(form)
    wanted = request.POST.get("do") == "end"
    sure = SureForm(request.POST if wanted else None, therapy=request.therapy)
    if not form.keep() or (wanted and not sure.is_valid()):
        return page(request, "ending.html", form=form, sure=sure)
    if wanted:
        form.end()
        return leave(request, "ending", said=_("The therapy has ended."))
    return leave(request, "ending", said=_("Saved for now. Nobody else reads it yet."))


def pausing(request, therapy):
    form = PauseForm(request.POST)
    if not form.act(request.therapy, by=request.user):
        return page(request, "ending.html", form=form, sure=SureForm(therapy=request.therapy))
    return leave(request, "client-page")
