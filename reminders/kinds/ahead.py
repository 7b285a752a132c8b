"""The stretch of time that is laid out, and for whom: what kinds plan with."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from accounts.models import Therapy
from homework.practice_day import practice_date
from reminders.clock import DAY, after_quiet, instant, is_quiet, next_quiet, out_of_quiet
from reminders.kinds.base import LATE_BY
from reminders.models import Recipient, ReminderSlot

# When nobody is written to about what has just happened, unless they chose other hours.
NIGHT = (time(21), time(8))
# What comes as the quiet hours begin may be so late.
BRINK = timedelta(minutes=10)


@dataclass
class Ahead:
    """These recipients, from `now` until `until`; `since` is when it was laid out last."""

    recipients: list[Recipient]
    since: datetime
    now: datetime
    until: datetime

    @cached_property
    def therapies(self) -> dict:
        """{therapy id: the recipient who is its client}, of those that go on."""
        theirs = {(each.clinic_id, each.user_id): each for each in self.recipients}
        rows = Therapy.objects.active().filter(
            client__in=[each.user_id for each in self.recipients],
            clinic__in={each.clinic_id for each in self.recipients},
        )
        keys = rows.values_list("pk", "clinic_id", "client_id")
        return {pk: theirs[key] for pk, *rest in keys if (key := tuple(rest)) in theirs}

    def for_whom(self, kind, therapy_id):
        """The recipient, if this kind goes to them at all."""
        recipient = self.therapies[therapy_id]
        return recipient if recipient.wants(kind) else None

    def days(self, recipient) -> list[date]:
        """The practice dates that the stretch touches, in the person's zone."""
        first = practice_date(self.since - LATE_BY, recipient.user.zone)
        last = practice_date(self.until, recipient.user.zone)
        return [first + timedelta(days=n) for n in range((last - first).days + 1)]

    @staticmethod
    def at_time(recipient, day, at) -> datetime:
        """That time of a practice day; in chosen quiet hours, after them or else before them."""
        return out_of_quiet(day, at, recipient.user.zone, recipient.quiet)

    def evening_before(self, recipient, moment) -> datetime:
        """The usual time on the date before that of a moment."""
        day = moment.astimezone(recipient.user.zone).date() - DAY
        return self.at_time(recipient, day, recipient.usual_time)

    def by_day(self, recipient, moment) -> datetime:
        """The moment, or when the night or the person's quiet hours are over."""
        return after_quiet(moment, recipient.user.zone, recipient.quiet or NIGHT)

    def start_of(self, recipient, day) -> datetime:
        return instant(day, time.min, recipient.user.zone)

    def slot(
        self, kind, recipient, *, about, day, due_at, therapy_id=None, not_after=None, number=0
    ):
        return ReminderSlot(
            clinic_id=recipient.clinic_id,
            kind=kind.name,
            recipient=recipient,
            therapy_id=therapy_id,
            about=about,
            practice_date=day,
            number=number,
            channel=recipient.channel_of(kind),
            due_at=due_at,
            not_after=not_after or self.late_by(recipient, due_at),
        )

    def late_by(self, recipient, due_at):
        """After an outage it still comes for a while, but not into the person's quiet hours."""
        late = due_at + LATE_BY
        if recipient.quiet is None:
            return late
        if is_quiet(due_at.astimezone(recipient.user.zone).time(), recipient.quiet):
            return due_at + BRINK
        return min(late, next_quiet(due_at, recipient.user.zone, recipient.quiet))
