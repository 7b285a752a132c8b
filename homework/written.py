"""What stands in a client's weeks, each kind as a line: entries, and what was said beside them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch
from django.utils.timezone import localtime

from goals.models import GoalRating, Step
from homework.models import (
    Assignment,
    ChangeRequest,
    HomeworkProposal,
    PlanAgreement,
    Review,
    WeekReport,
)
from homework.worksheet import in_words

PARTS = "homework/client/history"


@dataclass(frozen=True)
class Line:
    """A row on its day. `words` are what a search looks into, `excerpt` what it found."""

    day: date
    kind: str
    row: Any
    words: tuple = ()
    excerpt: str = ""

    @property
    def template(self):
        return f"{PARTS}/{self.kind}.html"


def day_of(moment):
    return localtime(moment).date()


def line_of_entry(entry):
    answered = getattr(entry, "feedback", None)
    said = (entry.note, entry.obstacle_words, *map(in_words, entry.answers.values()))
    around = (entry.assignment.title, entry.where, entry.with_whom)
    words = (*said, *around, answered.text if answered else "")
    return Line(entry.practice_date, "entry", entry, words)


def beside_entries(user, first, before):
    """One query a kind: from the day `first`, up to the one before `before`."""
    return [line for kind in KINDS for line in kind(user, Days(first, before))]


@dataclass(frozen=True)
class Days:
    first: date | None
    before: date | None

    def of(self, rows, column):
        if self.first:
            rows = rows.filter(**{f"{column}__gte": self.first})
        if self.before:
            rows = rows.filter(**{f"{column}__lt": self.before})
        return rows


def reviews(user, days):
    rows = days.of(Review.objects.of_client(user), "finished_at__date")
    for row in rows.select_related("plan", "by").order_by("-finished_at"):
        yield Line(row.answered_on, "review", row, (row.feedback, row.fit, row.plan.focus))


def reports(user, days):
    rows = days.of(WeekReport.objects.of_client(user), "sent_at__date")
    for row in rows.select_related("therapy__lead", "read_by").order_by("-sent_at"):
        yield Line(day_of(row.sent_at), "report", row, (row.topics,))


def agreements(user, days):
    mine = PlanAgreement.objects.filter(
        plan__therapy__client=user, plan__therapy__accepted_at__isnull=False
    )
    homework = Prefetch("plan__assignments", Assignment.objects.order_by("position"))
    rows = days.of(mine, "at__date").select_related("plan").prefetch_related(homework)
    for row in rows.order_by("-at"):
        titles = [each.title for each in row.plan.assignments.all()]
        yield Line(day_of(row.at), "agreement", row, (row.plan.focus, *titles))


def wishes(user, days):
    mine = ChangeRequest.objects.filter(asked_by=user, plan__therapy__client=user)
    for row in days.of(mine, "at__date").order_by("-at"):
        yield Line(day_of(row.at), "wish", row, (row.text,))


def ratings(user, days):
    mine = GoalRating.objects.filter(by=user, therapy__client=user)
    for row in days.of(mine, "rated_on").select_related("goal").order_by("-rated_on"):
        yield Line(row.rated_on, "rating", row, (row.goal.title,))


def steps(user, days):
    mine = Step.objects.of_client(user).filter(proposed_by=user)
    for row in days.of(mine, "created_at__date").select_related("goal").order_by("-created_at"):
        yield Line(day_of(row.created_at), "step", row, (row.title, row.goal.title))


def proposals(user, days):
    mine = HomeworkProposal.objects.of_client(user).select_related("therapy", "answered_by")
    for row in days.of(mine, "proposed_at__date").order_by("-proposed_at"):
        yield Line(day_of(row.proposed_at), "proposal", row, (row.title, row.words))


KINDS = (reviews, reports, agreements, wishes, ratings, steps, proposals)
