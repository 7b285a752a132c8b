"""Welcome back: once, when nothing was practised for a while."""

from datetime import timedelta

from django.db.models import Max
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from homework.models import PracticeEntry, WeekPlan
from reminders.kinds.base import Kind

QUIET = timedelta(days=14)


def last_days(therapies):
    """{therapy: the last day of practice, or the first of its plan}, where a plan runs."""
    begun = WeekPlan.objects.running().filter(therapy__in=therapies)
    days = dict(begun.values_list("therapy", "starts_on"))
    entries = PracticeEntry.objects.standing().filter(therapy__in=days).order_by()
    last = entries.values_list("therapy").annotate(last=Max("practice_date"))
    for therapy, day in last:
        days[therapy] = max(days[therapy], day)
    return days


class WelcomeBack(Kind):
    """Its key is the day on which the quiet while is over: each has one message."""

    name = "welcome"
    label = _("Welcome back, after a while")

    def lay_out(self, ahead):
        for therapy, last in last_days(ahead.therapies).items():
            recipient = ahead.for_whom(self, therapy)
            if recipient:
                day = last + QUIET
                yield ahead.slot(
                    self,
                    recipient,
                    about=therapy,
                    therapy_id=therapy,
                    day=day,
                    due_at=ahead.at_time(recipient, day, recipient.usual_time),
                )

    def why_not(self, slots, now):
        days = last_days([slot.therapy_id for slot in slots])
        return {
            slot.pk: "logged" if slot.therapy_id in days else "nothing"
            for slot in slots
            if days.get(slot.therapy_id) != slot.practice_date - QUIET
        }

    def lines(self, slots):
        return [gettext("Welcome back: a small step is enough")]
