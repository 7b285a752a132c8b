"""What lies on the table in the hour: last week, the thread, and the week to come."""

from django.utils.functional import cached_property

from homework.golden_thread.looking import mark_opened, mark_report_read
from homework.golden_thread.reading import attach, proposals_seen, seen_since
from homework.golden_thread.week import Work
from homework.last_week import AboutLastWeek
from homework.practice_day import practice_date, practice_today

GOAL_QUESTION_EACH = 6


class Hour(AboutLastWeek):
    """Reads only, each part once. `locked()` is for those about to write."""

    def __init__(self, therapy):
        self.therapy = therapy

    @classmethod
    def locked(cls, therapy):
        """The hour as nobody else can change it until this transaction ends."""
        therapy.lock()
        return cls(therapy)

    @property
    def today(self):
        return practice_today(self.therapy.zone)

    # --- last week ---

    @cached_property
    def last(self):
        """The plan on Today, with what was practised as far as others may know of it."""
        return self.therapy.plans.running().for_review().first()

    @cached_property
    def practised(self):
        """Each homework with its entries, as far back as this access may look."""
        if self.last is None:
            return []
        weeks = self.last.assignments.all()
        for each in weeks:
            attach(each, [entry for entry in each.entries.all() if self.may_see(entry)])
        return [Work(each, self.seen_from, self.today) for each in weeks]

    @cached_property
    def seen_from(self):
        """The plan's first day, or the first one that whoever stands in may look back to."""
        since, begun = seen_since(self.therapy), self.last.starts_on
        return max(begun, practice_date(since, self.therapy.zone)) if since else begun

    def may_see(self, entry):
        return self.therapy.access != "write" or entry.practice_date >= self.seen_from

    # --- next week ---

    @cached_property
    def plan(self):
        """The plan in preparation, or None before anything was written for it."""
        return self.therapy.plans.in_preparation().prefetch_related("change_requests").first()

    @cached_property
    def homework(self):
        return list(self.plan.assignments.standing().with_thread()) if self.plan else []

    @cached_property
    def wishes(self):
        """What the client asked to have changed and nobody has answered yet."""
        requests = self.plan.change_requests.all() if self.plan else []
        return [request for request in requests if request.answered_at is None]

    @cached_property
    def proposals(self):
        """Homework that the client thought of, waiting for an answer."""
        return list(proposals_seen(self.therapy).waiting())

    @property
    def edition(self):
        return self.plan.edition if self.plan else 0

    @property
    def week(self):
        """Which week this screen follows: it must not be saved onto a later one."""
        return str(self.last.pk) if self.last else ""

    @property
    def is_proposed(self):
        return self.plan is not None and self.plan.state == "proposed"

    @property
    def is_agreed(self):
        """Nothing is in preparation, and a week runs."""
        return self.plan is None and self.last is not None

    # --- the thread ---

    @cached_property
    def goals(self):
        return list(self.therapy.goals.open().for_staircase())

    @cached_property
    def steps(self):
        """The steps a week can chip at: agreed by both, neither done nor let go."""
        return [
            step
            for goal in self.goals
            for step in goal.stairs
            if step.closed_at is None and step.agreed_at
        ]

    @property
    def standing_on(self):
        """Each goal with its current step: (number, how many steps, step, goal)."""
        for goal in self.goals:
            if step := goal.current_step:
                yield goal.stairs.index(step) + 1, len(goal.stairs), step, goal

    @cached_property
    def session(self):
        """The session that is on, or the next one."""
        sessions = self.therapy.sessions
        return sessions.this_hour().first() or sessions.upcoming().first()

    @cached_property
    def session_number(self):
        if self.session is None:
            return 0
        before = self.therapy.sessions.standing().filter(starts_at__lte=self.session.starts_at)
        return before.count()

    @property
    def asks_about_goal(self):
        """Each sixth session asks whether the goal is still right."""
        return self.session_number > 0 and self.session_number % GOAL_QUESTION_EACH == 0

    @cached_property
    def insights(self):
        """What was understood lately, the newest first."""
        insights = self.therapy.insights.order_by("-at")
        if since := seen_since(self.therapy):
            insights = insights.filter(at__gte=since)
        return list(insights[:6])

    @cached_property
    def insights_of_session(self):
        """Those written down in this hour, in order."""
        session = self.session and self.session.pk
        return [each for each in self.insights[::-1] if each.session_id == session]

    def read(self, *, by):
        """Asked once the screen was made: whoever looks has read what stood on it in full."""
        mark_opened(self.therapy, [told for each in self.practised for told in each.news], by=by)
        mark_report_read(self.therapy, self.report, by=by)


class AgreedHour(Hour):
    """The hour as it was until its week was agreed on: what a press that comes twice is about."""

    @cached_property
    def last(self):
        closed = self.therapy.plans.agreed().exclude(closed_at=None)
        return closed.for_review().order_by("-closed_at").first()

    @cached_property
    def plan(self):
        return self.therapy.plans.running().get()
