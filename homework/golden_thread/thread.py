"""The golden thread of one therapy, for one person who looks at it."""

from django.utils.functional import cached_property

from accounts.rule import WRITERS
from homework.client_measures import ClientMeasures
from homework.golden_thread import reading
from homework.golden_thread.album import PLANS, Album
from homework.golden_thread.looking import mark_read, new_entries
from homework.golden_thread.pictures import Pictures
from homework.golden_thread.place import place_of
from homework.golden_thread.week import Week
from homework.practice_day import practice_today

# Earlier weeks that stand on the page.
EARLIER = 4


class GoldenThread:
    """Reads each part once, in a constant number of queries whatever the years."""

    def __init__(self, therapy, user):
        self.therapy, self.user = therapy, user
        self.today, self.since = practice_today(therapy.zone), reading.seen_since(therapy)

    @property
    def name(self):
        return self.therapy.client_name

    @property
    def first_name(self):
        return self.name.split(" ")[0]

    @property
    def may_write(self):
        return self.therapy.access in WRITERS and self.therapy.is_open

    @property
    def may_review(self):
        """Whether the page leads to looking back and planning: there is a goal to plan toward."""
        return self.may_write and self.therapy.state != "invited" and bool(self.goals)

    @cached_property
    def place(self):
        return place_of(self.therapy, self.user)

    @cached_property
    def goals(self):
        return reading.goals_seen(self.therapy)

    @cached_property
    def insights(self):
        """The latest one, with the session it comes from."""
        return reading.latest_insight(therapy=self.therapy.pk, since=self.since)

    @cached_property
    def _plans(self):
        return reading.latest_plans(therapy=self.therapy.pk, since=self.since)

    @property
    def prepared(self):
        """The plan in preparation, or None."""
        return next((plan for plan in self._plans if plan.agreed_at is None), None)

    @cached_property
    def wishes(self):
        """What the client asked to have changed in it and nobody has answered yet."""
        if self.prepared is None or self.prepared.proposed_at is None:
            return []
        return list(self.prepared.change_requests.filter(answered_at=None))

    @cached_property
    def proposals(self):
        """Homework that the client thought of, waiting for an answer."""
        asked = self.place.has_proposals and self.therapy.is_open
        return list(reading.proposals_seen(self.therapy).waiting()) if asked else []

    @cached_property
    def flags(self):
        """Those that wait to be answered."""
        return list(reading.flags_waiting(self.therapy)) if self.place.has_flags else []

    @cached_property
    def measures(self):
        return self._measures.charts if self._measures else []

    @cached_property
    def _measures(self):
        return ClientMeasures(self.therapy) if self.place.has_measures else None

    @cached_property
    def plans(self):
        agreed = [plan for plan in self._plans if plan.agreed_at]
        return reading.with_practice(self.therapy, agreed)

    @cached_property
    def weeks(self):
        return [Week(plan, self.today, self.therapy.zone) for plan in self.plans]

    @cached_property
    def week(self):
        """The week on Today; None between two plans."""
        return next((week for week in self.weeks if week.plan.closed_at is None), None)

    @cached_property
    def earlier(self):
        """The weeks before it: the last few, and any with something new in it."""
        closed = [week for week in self.weeks if week.plan.closed_at]
        return closed[:EARLIER] + [week for week in closed[EARLIER:] if week.has_new]

    @cached_property
    def shown(self):
        """The weeks whose words stand on the page: the present one, and those with news."""
        news = [week for week in self.earlier if week.has_new]
        return [self.week, *news] if self.week else news

    @cached_property
    def pictures(self):
        return Pictures(self.therapy, self.plans, self.goals, self.today)

    @cached_property
    def album(self):
        """Half a year of pictures, for a page of their own."""
        seen = reading.plans_seen(self.therapy, self.since).exclude(agreed_at=None)
        plans = reading.with_practice(self.therapy, seen[:PLANS])
        return Album(self.therapy, plans, self.goals, self.today)

    @property
    def older_unread(self):
        """How many unread notes are in weeks that this page does not show."""
        here = sum(told.entry.has_words for told in new_entries(self.shown))
        return max(self.place.unread - here, 0)

    def mark_read(self):
        mark_read(self.therapy, self.shown, by=self.user)
        if self._measures:
            self._measures.mark_read(by=self.user)
