"""Remind me later: three times to choose from, one press."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homework.models import Assignment
from homework.practice_day import practice_date
from reminders.engine.wanted import about_person
from reminders.kinds import KINDS
from reminders.kinds.practise import needless, practised_days
from reminders.models.later import Later, moment_of


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
    times = times_of(recipient, homework) if may_come else {}
    if request.POST.get("when") in times:
        moment = recipient.remind_later(homework, request.POST["when"], by=request.user)
        at = date_format(timezone.localtime(moment), "WEEKDAY_TIME")
        messages.success(request, _("The next reminder comes on %(at)s.") % {"at": at})
        return redirect("today")
    page = {"homework": homework, "times": times.items(), "may_come": may_come}
    return render(request, "reminders/later.html", page)


def times_of(recipient, homework):
    """{time: its words}, but none on a day that needs no reminder: it would never come."""
    now, zone = timezone.now(), recipient.user.zone
    moments = {when: moment_of(when, recipient, homework, now) for when in Later}
    days = {when: practice_date(moment, zone) for when, moment in moments.items()}
    logged = practised_days([homework.pk]).get(homework.pk, ())
    return {when: when.label for when in Later if not needless(days[when], homework, logged)}
