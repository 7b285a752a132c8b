"""One story on its way into rows: who is in it, and what has been written so far."""

import random
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from typing import Any

from accounts.models import AuditEvent, Clinic, User
from homework.demo.diary import Diary
from homework.demo.rows import Rows
from homework.demo.shape import Story


@dataclass
class Telling:
    """What the writers of a story share. Weeks are numbered from 1."""

    story: Story
    rows: Rows
    diary: Diary
    clinic: Clinic
    staff: dict
    exercises: dict
    client: User | None = None
    therapy: Any = None
    steps: list = field(default_factory=list)
    sessions: dict = field(default_factory=dict)
    insights: dict = field(default_factory=dict)
    plans: dict = field(default_factory=dict)
    assignments: dict = field(default_factory=dict)

    def __post_init__(self):
        self.dice = random.Random(f"midweek {self.story.key}")

    @property
    def now(self):
        return self.diary.now

    @property
    def writer(self):
        """Who writes the client's entries down: on paper that is the therapist."""
        return self.client or self.lead()

    def lead(self, week=None):
        """Who leads the therapy in a week; without one, who leads it now."""
        before = self.story.led_before
        if before and week is not None and week < before[1]:
            return self.staff[before[0]]
        return self.staff[self.story.therapist]

    def add(self, model, **values):
        return self.rows.add(model, clinic_id=self.clinic.pk, **values)

    def audit(self, by, action, row, at, **codes):
        """What the verb would have recorded, at the time of the story."""
        self.rows.add(
            AuditEvent,
            clinic_id=self.clinic.pk,
            actor_id=by.pk,
            therapy_id=self.therapy.pk,
            action=action,
            subject=row._meta.label_lower,
            subject_id=str(row.pk),
            codes=codes,
            at=at,
        )

    def later(self, moment, minutes):
        """Some minutes after, with a little chance in it."""
        return moment + timedelta(minutes=minutes + self.dice.randint(0, 4))

    @cached_property
    def held(self):
        """The weeks whose session took place."""
        return [n for n, week in enumerate(self.story.weeks, start=1) if not week.skip]

    def following(self, week):
        """The next session that took place, or the one to come; None after the end's."""
        return next((n for n in self.held if n > week), self.diary.last + 1)

    def is_over(self, week):
        """Whether the session of a week lies behind us."""
        return week <= self.diary.last or self.story.state == "ended"

    def running(self, week):
        """The week in which the plan of a week was agreed: a plan stays until its successor."""
        agreed = [n for n in self.held if n <= week]
        waits = self.story.last_plan != "agreed"
        return agreed[-2] if waits and agreed[-1] == self.held[-1] else agreed[-1]
