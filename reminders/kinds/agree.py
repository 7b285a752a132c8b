"""A plan waits for the client's word: once, a while after it was laid before them."""

from datetime import UTC, timedelta

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from homework.models import WeekPlan
from homework.practice_day import practice_date
from reminders.kinds.base import Kind, the_one

# Most plans are agreed in the room, minutes after they are proposed.
IN_PEACE = timedelta(hours=2)
OF_USE = timedelta(days=2)


def minute_of(moment):
    """Of the day, the same in every zone."""
    at = moment.astimezone(UTC)
    return at.hour * 60 + at.minute


class Agree(Kind):
    name = "agree"
    label = _("A plan to agree on")
    is_at_once = True

    def lay_out(self, ahead):
        for plan in WeekPlan.objects.awaiting_client().filter(therapy__in=ahead.therapies):
            recipient = ahead.for_whom(self, plan.therapy_id)
            if recipient:
                due_at = ahead.by_day(recipient, plan.proposed_at + IN_PEACE)
                yield ahead.slot(
                    self,
                    recipient,
                    about=plan.pk,
                    therapy_id=plan.therapy_id,
                    # Proposed anew, it asks again: what was called off before stays so.
                    day=practice_date(plan.proposed_at, recipient.user.zone),
                    number=minute_of(plan.proposed_at),
                    due_at=due_at,
                    not_after=due_at + OF_USE,
                )

    def why_not(self, slots, now):
        waiting = WeekPlan.objects.awaiting_client().in_bulk([slot.about for slot in slots])
        return {slot.pk: "done" for slot in slots if slot.about not in waiting}

    def lines(self, slots):
        return [gettext("Your next plan is ready to be agreed on")]

    def path(self, slots):
        plan = the_one(slot.about for slot in slots)
        return reverse("agree", args=[plan]) if plan else super().path(slots)
