"""Somebody answered an entry, once the client has chosen to be told."""

from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from homework.models import EntryFeedback
from homework.practice_day import practice_date
from reminders.kinds.base import Kind, the_one
from reminders.models.recipient import OFF

OF_USE = timedelta(days=2)


def unread():
    return EntryFeedback.objects.filter(read_at=None, entry__withdrawn_at=None)


class Feedback(Kind):
    name = "feedback"
    label = _("An answer to an entry")
    usual = OFF
    is_at_once = True

    def lay_out(self, ahead):
        lately = unread().filter(therapy__in=ahead.therapies, at__gt=ahead.now - OF_USE)
        for feedback in lately.only("clinic", "therapy", "entry", "at"):
            recipient = ahead.for_whom(self, feedback.therapy_id)
            if recipient:
                due_at = ahead.by_day(recipient, feedback.at)
                yield ahead.slot(
                    self,
                    recipient,
                    about=feedback.entry_id,
                    therapy_id=feedback.therapy_id,
                    day=practice_date(feedback.at, recipient.user.zone),
                    due_at=due_at,
                    not_after=due_at + OF_USE,
                )

    def why_not(self, slots, now):
        waiting = unread().filter(entry__in=[slot.about for slot in slots])
        waiting = set(waiting.values_list("entry", flat=True))
        return {slot.pk: "read" for slot in slots if slot.about not in waiting}

    def lines(self, slots):
        return [gettext("There is an answer to what you wrote")]

    def path(self, slots):
        entry = the_one(slot.about for slot in slots)
        return reverse("entry", args=[entry]) if entry else super().path(slots)
