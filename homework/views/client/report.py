from django.contrib import messages
from django.db.models import OuterRef, Subquery
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from accounts.models import Therapy
from homework.begun import Begun
from homework.forms.report import ReportForm
from homework.models import WeekReport
from homework.models.columns import readers
from homework.readers import Readers
from homework.views.client.unsent import unsent
from homework.week_sum import WeekSum


def report_index(request):
    """With one therapy its report; with several, which one?"""
    of_week = WeekReport.objects.filter(plan__therapy=OuterRef("pk"), plan__closed_at=None)
    sent_at = Subquery(of_week.values("sent_at")[:1])
    mine = Therapy.objects.of_client(request.user).accepted().select_related("lead")
    mine = mine.annotate(**readers("accounts_therapy.id"), sent_at=sent_at)
    therapies = list(mine.open().order_by("accepted_at")) or list(mine.order_by("-ended_at")[:1])
    if len(therapies) == 1:
        return redirect("report", therapies[0].pk)
    return render(request, "homework/client/report_index.html", {"therapies": therapies})


@never_cache
def report(request, therapy):
    """My week for the two of us, and what I want to talk about."""
    therapy = therapy_of(request.user, therapy)
    plan = week_of(therapy)
    if plan is None or not therapy.is_open:
        return nothing_to_report(request, therapy)
    begun = Begun(request, "report", plan.pk)
    form = form_of(request, plan, begun, Readers.of(therapy))
    if form.is_valid() and form.send(by=request.user):
        messages.success(request, _("Sent. You can change it until it is answered."))
        return redirect("report", therapy.pk)
    page = {"therapy": therapy, "week": WeekSum(plan), "form": form, "begun": begun}
    page["elsewhere"] = begun.beside(form)
    status = 422 if form.is_bound else 200
    return render(request, "homework/client/report.html", page, status=status)


def therapy_of(user, pk):
    mine = Therapy.objects.of_client(user).accepted().select_related("lead")
    mine = mine.annotate(**readers("accounts_therapy.id"))
    return get_object_or_404(mine, pk=pk)


def week_of(therapy):
    return therapy.plans.running().select_related("report__read_by", "review").with_week().first()


def form_of(request, plan, begun, readers):
    """What was sent before stands in it, or what was half-written since."""
    sent = getattr(plan, "report", None)
    said = ({"topics": sent.topics} if sent else {}) | begun.answers
    return ReportForm(request.POST or None, plan=plan, readers=readers, initial=said)


def nothing_to_report(request, therapy):
    page = {"therapy": therapy, "unsent": unsent(request)}
    status = 422 if request.method == "POST" else 200
    return render(request, "homework/client/report_empty.html", page, status=status)
