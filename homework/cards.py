"""One homework on one practice day: what was logged, and the form to log it with."""

import uuid
from datetime import date
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.functional import cached_property

from homework.forms.details import DetailsForm
from homework.habits import Habits
from homework.models import Assignment, PracticeEntry
from homework.practice_day import practice_today
from homework.readers import Readers

CARD, ROW = "card", "row"


class Card:
    """`homework` comes from card_rows; `entry` is the day's, or the one just sent.

    `sent` is a form that came back with something to mend, `resume` the step of a walk that was
    left on the way.
    """

    def __init__(
        self,
        homework,
        day: date,
        *,
        entry=None,
        earlier=False,
        sent=None,
        shape=CARD,
        resume=0,
    ):
        self.homework, self.day, self.entry, self.resume = homework, day, entry, resume
        self.earlier, self.sent, self.shape = earlier, sent, shape
        self.is_answer = False

    @classmethod
    def after(cls, entry, homework, user, **options):
        """The card that answers a press."""
        earlier = entry.practice_date < practice_today(user.zone)
        card = cls(homework, entry.practice_date, entry=entry, earlier=earlier, **options)
        card.is_answer = True
        return card

    @property
    def id(self):
        return f"{self.shape}-{self.homework.pk}"

    @property
    def template(self):
        return f"homework/client/{self.shape}.html"

    @property
    def is_logged(self):
        return self.entry is not None and self.entry.withdrawn_at is None

    @property
    def asks_for_more(self):
        """The second press is offered where the first one was, not for every entry of the day."""
        return (self.is_answer or self.shape == CARD) and not self.entry.has_words

    @property
    def has_begun(self):
        """Said how it went in one press, with room for words: they are asked for next."""
        return self.is_answer and self.has_said

    @property
    def has_said(self):
        """Whether there is more to see or change than the state."""
        entry = self.entry
        chosen = entry.obstacle or entry.helped or entry.difficulty is not None
        return bool(entry.has_words or chosen)

    @property
    def is_wanted(self):
        """Whether the plan names this day; with no day named, whether practices are still open."""
        if self.homework.target_kind == Assignment.Target.WEEKDAYS:
            return self.day.weekday() in self.homework.weekdays
        return self.homework.practised < self.homework.planned_a_week

    @property
    def planned(self):
        """Circles still open; none once the count has passed what was planned."""
        planned = self.homework.planned_a_week
        return planned if self.homework.practised <= planned else 0

    @property
    def counts(self):
        """Whether the entry is one of the practices counted."""
        return self.is_logged and self.entry.state != PracticeEntry.State.NOT_TODAY

    @property
    def other_zone(self):
        """The zone of the phone, where its clock differs from the one of the profile."""
        at = self.entry.done_at
        there = at.astimezone(ZoneInfo(self.entry.zone)).utcoffset()
        return self.entry.zone if there != timezone.localtime(at).utcoffset() else ""

    @cached_property
    def fresh_id(self):
        """An id for the next entry, where no script makes one."""
        return uuid.uuid4()

    @cached_property
    def details(self):
        if isinstance(self.sent, DetailsForm):
            return self.sent
        habits = Habits(self.homework.therapy_id) if not self.entry.is_done else None
        return DetailsForm(entry=self.entry, readers=self.readers, habits=habits)

    @cached_property
    def readers(self):
        return Readers.of(self.homework)
