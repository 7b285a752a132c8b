"""A therapist's absences: clients know beforehand, and somebody stands in."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from config.form_pages import form_page, sent
from homework.forms.away import AwayForm


def away(request):
    form = AwayForm(sent(request), therapist=request.user)
    if request.method == "POST" and form.is_valid():
        form.announce()
        messages.success(request, _("Your clients see it on their pages from now on."))
        return redirect("away")
    absences = request.user.absences.upcoming().select_related("covered_by", "clinic")
    context = {"form": form, "absences": absences.order_by("starts_on")}
    return form_page(request, "homework/therapist/away.html", context)


def away_cancellation(request, away):
    get_object_or_404(request.user.absences.select_related("clinic"), pk=away).cancel(
        by=request.user
    )
    messages.success(request, _("You are here after all."))
    return redirect("away")
