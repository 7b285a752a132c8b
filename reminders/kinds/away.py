"""The therapist will be away: told beforehand; the page says until when, and who covers."""

from datetime import timedelta

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import Away, Therapy
from reminders.kinds.base import Kind

BEFOREHAND = timedelta(days=3)


class TherapistAway(Kind):
    name = "away"
    label = _("When my therapist is away")
    is_at_once = True

    def lay_out(self, ahead):
        today = ahead.now.date()
        soon = Away.objects.filter(
            cancelled_at=None,
            clinic__in={each.clinic_id for each in ahead.recipients},
            starts_on__range=(today, (ahead.until + BEFOREHAND).date()),
        )
        leads = {(away.clinic_id, away.therapist_id): away for away in soon}
        if not leads:
            return
        therapies = Therapy.objects.filter(pk__in=ahead.therapies)
        for pk, *led_by in therapies.values_list("pk", "clinic_id", "lead_id"):
            away, recipient = leads.get(tuple(led_by)), ahead.for_whom(self, pk)
            if away and recipient:
                yield self.of(away, recipient, pk, ahead)

    def of(self, away, recipient, therapy, ahead):
        told_on = away.starts_on - BEFOREHAND
        usual = ahead.at_time(recipient, told_on, recipient.usual_time)
        due_at = ahead.by_day(recipient, max(usual, ahead.now))
        begins = ahead.start_of(recipient, away.starts_on)
        return ahead.slot(
            self,
            recipient,
            about=away.pk,
            therapy_id=therapy,
            day=away.starts_on,
            due_at=due_at,
            not_after=max(begins, due_at + timedelta(hours=12)),
        )

    def why_not(self, slots, now):
        standing = Away.objects.filter(cancelled_at=None, pk__in=[slot.about for slot in slots])
        standing = dict(standing.values_list("pk", "therapist"))
        leads = Therapy.objects.filter(pk__in=[slot.therapy_id for slot in slots])
        leads = dict(leads.values_list("pk", "lead"))
        return {
            slot.pk: "gone"
            for slot in slots
            if standing.get(slot.about, 0) != leads.get(slot.therapy_id)
        }

    def lines(self, slots):
        return [gettext("Your therapist will be away: see when, and who covers")]
