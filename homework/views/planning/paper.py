"""The week on paper, and what came back on it."""

from django.shortcuts import redirect
from django.utils.translation import gettext as _

from homework.forms.paper import PaperForm
from homework.sheet import sheet_of
from homework.views.planning.page import leave, page, therapy_url


def running(request):
    plan = request.therapy.plans.running().for_review().first()
    if plan:
        plan.therapy = request.therapy
    return plan


def paper(request, therapy):
    plan = running(request)
    sheet = sheet_of(plan, request.therapy) if plan else None
    return page(request, "paper.html", sheet=sheet)


def paper_results(request, therapy):
    plan = running(request)
    if plan is None:
        return redirect(therapy_url(request, "paper"))
    form = PaperForm(request.POST if request.method == "POST" else None, plan=plan, by=request.user)
    if request.method == "POST" and form.save():
        return leave(request, "paper-results", said=_("Saved."))
    return page(request, "paper_results.html", form=form, plan=plan)
