"""The hour in plain text, for the health record."""

from django.utils.functional import cached_property

from homework.client_measures import ClientMeasures
from homework.hour import Hour
from homework.last_week import AboutLastWeek, Practised
from homework.practice_day import practice_date


class Summary(AboutLastWeek):
    """Last week, its review, what was understood, and the week that was agreed or is being made."""

    def __init__(self, therapy):
        self.therapy, self.hour = therapy, Hour(therapy)

    @cached_property
    def next(self):
        """The plan in preparation; once it is agreed, the plan that runs."""
        return self.hour.plan or self.hour.last

    @cached_property
    def homework(self):
        return self.hour.homework if self.hour.plan else list(self.hour.last.assignments.all())

    @cached_property
    def last(self):
        """The plan before the next one."""
        if self.hour.plan or self.hour.last is None:
            return self.hour.last
        closed = self.therapy.plans.agreed().exclude(closed_at=None).for_review()
        return closed.order_by("-closed_at").first()

    @property
    def insights(self):
        return self.hour.insights_of_session

    @cached_property
    def measures(self):
        return ClientMeasures(self.therapy)

    def read(self, *, by):
        """Asked once the text was made: of answers to measures it holds all there is to read."""
        self.measures.mark_latest_read(by=by)

    @cached_property
    def practised(self):
        """Each homework of last week with what was decided about it."""
        if self.last is None:
            return []
        end = practice_date(self.last.closed_at, self.therapy.zone) if self.last.closed_at else None
        today = end or self.hour.today
        weeks = [
            Practised(each, self.last.starts_on, today) for each in self.last.assignments.all()
        ]
        return [(week, self.decisions.get(week.assignment.pk)) for week in weeks]
