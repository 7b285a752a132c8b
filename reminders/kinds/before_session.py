"""What comes on the evening before a session, whatever it asks for."""

from homework.models import TherapySession
from reminders.clock import DAY
from reminders.kinds.base import Kind


def date_of(session, recipient):
    """The key of its slot: of a session moved to another date people are told anew."""
    return session.starts_at.astimezone(recipient.user.zone).date()


class BeforeSession(Kind):
    def lay_out(self, ahead):
        soon = TherapySession.objects.standing().filter(
            therapy__in=ahead.therapies, starts_at__range=(ahead.since, ahead.until + 2 * DAY)
        )
        for session in soon:
            recipient = ahead.for_whom(self, session.therapy_id)
            if recipient:
                yield ahead.slot(
                    self,
                    recipient,
                    about=session.pk,
                    therapy_id=session.therapy_id,
                    day=date_of(session, recipient),
                    due_at=ahead.evening_before(recipient, session.starts_at),
                )

    def why_not(self, slots, now):
        standing = TherapySession.objects.standing()
        sessions = standing.in_bulk([slot.about for slot in slots])
        reasons = {}
        for slot in slots:
            session = sessions.get(slot.about)
            if session is None:
                reasons[slot.pk] = "gone"
            elif date_of(session, slot.recipient) != slot.practice_date or session.starts_at <= now:
                reasons[slot.pk] = "moved"
        return reasons
