"""Remind me later: three times to choose from, one press."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homework.models import Assignment
from reminders.engine.wanted import about_person
from reminders.kinds import KINDS
from reminders.models.later import Later


def later(request, assignment):
    """Looking changes nothing; where reminders are off, the page says so and promises none.

    A message may have lain until its week was over: then it leads to the one that runs.
    """
    mine = Assignment.objects.of_client(request.user).select_related("plan", "therapy")
    homework = get_object_or_404(mine, pk=assignment)
    if (homework.state, homework.therapy.state) != ("agreed", "active"):
        return redirect("today")
    recipient = get_object_or_404(request.user.recipients, clinic=homework.clinic_id)
    may_come = recipient.wants(KINDS["practise"]) and not about_person(recipient, timezone.now())
    if may_come and request.POST.get("when") in Later:
        moment = recipient.remind_later(homework, request.POST["when"], by=request.user)
        at = date_format(timezone.localtime(moment), "WEEKDAY_TIME")
        messages.success(request, _("The next reminder comes on %(at)s.") % {"at": at})
        return redirect("today")
    page = {"homework": homework, "times": Later.choices if may_come else ()}
    return render(request, "reminders/later.html", page)
