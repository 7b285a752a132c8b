"""Report due: before the session, while the week's report is not sent."""

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from homework.models import WeekPlan
from reminders.kinds.base import the_one
from reminders.kinds.before_session import BeforeSession


class ReportDue(BeforeSession):
    name = "report"
    label = _("My report before a session")

    def why_not(self, slots, now):
        running = WeekPlan.objects.running().filter(therapy__in={s.therapy_id for s in slots})
        # {therapy: its report, or None}
        reports = dict(running.values_list("therapy", "report"))
        mine = {}
        for slot in slots:
            if slot.therapy_id not in reports:
                mine[slot.pk] = "nothing"
            elif reports[slot.therapy_id]:
                mine[slot.pk] = "sent"
        return mine | super().why_not(slots, now)

    def lines(self, slots):
        return [gettext("Your report, before you meet")]

    def path(self, slots):
        therapy = the_one(slot.therapy_id for slot in slots)
        return reverse("report", args=[therapy]) if therapy else reverse("report-index")
