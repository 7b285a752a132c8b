"""The hour and the week on paper, and what came back on it."""

from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from accounts.models import AuditEvent
from config import pdf
from config.form_pages import sent
from homework.forms.paper import PaperForm, days_of
from homework.forms.paper_sheet import PaperSheetForm
from homework.models import Assignment
from homework.paper.session import SessionSheet
from homework.paper.week import sheet_of
from homework.practice_day import practice_today
from homework.views.planning.page import leave, page, therapy_url

NONE = Assignment.objects.none()


def running(request):
    plan = request.therapy.plans.running().for_review().first()
    if plan:
        plan.therapy = request.therapy
    return plan


def printed(request, document, data, *, name):
    """The same as PDF; whoever prints it has read it."""
    AuditEvent.record(request.user, "therapy.printed", request.therapy, document=name)
    today = practice_today(request.therapy.zone)
    return pdf.download(document, data, name=name, day=today)


def session_sheet(request, therapy):
    sheet = SessionSheet(request.therapy)
    response = page(request, "session_sheet.html", sheet=sheet.plan and sheet.as_data())
    sheet.read(by=request.user)
    return response


def session_pdf(request, therapy):
    sheet = SessionSheet(request.therapy)
    if sheet.plan is None:
        return redirect(therapy_url(request, "session-sheet"))
    response = printed(request, "session", sheet.as_data(), name="session")
    sheet.read(by=request.user)
    return response


def paper(request, therapy):
    plan = running(request)
    sheet = sheet_of(plan, request.therapy) if plan else None
    return page(request, "paper.html", sheet=sheet)


def paper_pdf(request, therapy):
    plan = running(request)
    if plan is None:
        return redirect(therapy_url(request, "paper"))
    return printed(request, "week", sheet_of(plan, request.therapy), name="week")


def paper_results(request, therapy):
    plan = running(request)
    if plan is None:
        return redirect(therapy_url(request, "paper"))
    form = PaperForm(sent(request), plan=plan, by=request.user)
    if request.method == "POST" and form.save():
        return leave(request, "paper-results", said=_("Saved."))
    return page(request, "paper_results.html", form=form, plan=plan)


def paper_worksheet(request, therapy, assignment):
    """One filled-in sheet. The day is chosen first: what was entered for it stands here again."""
    plan = running(request)
    homework = get_object_or_404(plan.assignments.standing() if plan else NONE, pk=assignment)
    if not homework.prompts:
        return redirect(therapy_url(request, "paper-results"))
    homework.therapy = request.therapy
    days = days_of(plan, request.therapy.zone)
    facts = {"homework": homework, "days": days, "by": request.user}
    data = sent(request)
    form = PaperSheetForm(data, day=request.GET.get("day"), **facts)
    if data is not None and form.save():
        return leave(request, "paper-results", said=_("Saved."))
    return page(request, "paper_worksheet.html", form=form, homework=homework)
