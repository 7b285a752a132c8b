"""What the client page reads: plans, their homework, and entries as others may know of them."""

from collections import defaultdict
from datetime import date, timedelta

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q, prefetch_related_objects
from django.db.models.functions import JSONObject
from django.utils import timezone

from accounts.ground.worded_once import worded_once
from accounts.ground.worded_rows import hang_all
from goals.models import EndGoal, GoalRating, Step
from homework.golden_thread.practice_rows import entries_of, homework_of
from homework.models import HomeworkProposal, Insight, PracticeEntry, WeekPlan

# Who stands in sees goals, the plan and the last four weeks (design §1, Cover).
FOUR_WEEKS = timedelta(days=28)
# Plans that feed the pictures.
PLANS = 13


def seen_since(therapy):
    """The first moment that somebody with this access may look back to; None for all of it."""
    return timezone.now() - FOUR_WEEKS if therapy.access == "write" else None


def entries_told(therapy):
    """Entries that this access may know of."""
    entries = PracticeEntry.objects.for_staff().filter(therapy=therapy)
    if since := seen_since(therapy):
        entries = entries.filter(practice_date__gte=since.date())
    return entries


def proposals_seen(therapy):
    """Homework that the client thought of, as far back as this access reaches."""
    proposals = HomeworkProposal.objects.filter(therapy=therapy)
    if since := seen_since(therapy):
        proposals = proposals.filter(proposed_at__gte=since)
    return proposals


def flags_waiting(therapy):
    """However long ago one was raised: it is shown until somebody has answered it."""
    flags = therapy.flags.unanswered()
    if therapy.access != "lead":
        flags = flags.in_time()
    return flags.select_related("result", "passed_to").order_by("raised_at")


def plans_seen(therapy, since):
    """The plan in preparation and the agreed ones, the latest first, with report and review."""
    plans = WeekPlan.objects.filter(Q(agreed_at__isnull=False) | Q(closed_at=None), therapy=therapy)
    if since:
        plans = plans.filter(Q(closed_at=None) | Q(closed_at__gte=since))
    # What is not agreed yet comes first: nulls do in a descending order.
    return plans.select_related("report", "review").order_by("-agreed_at", "-pk")


@worded_once
def latest_plans(therapy, since):
    """Those that feed the pictures."""
    return plans_seen(therapy, since)[:PLANS]


@worded_once
def latest_insight(therapy, since):
    """With the session it comes from; none or one in a list."""
    insights = Insight.objects.filter(therapy=therapy).select_related("session").order_by("-at")
    return (insights.filter(at__gte=since) if since else insights)[:1]


def with_practice(therapy, plans):
    """The plans as a list, each with its `homework`, and each of those with its `told` entries.

    Two queries, and a third where something was corrected.
    """
    plans = list(plans)
    homework = homework_of(therapy, plans) if plans else []
    since = seen_since(therapy)
    told, by_plan = defaultdict(list), defaultdict(list)
    for entry in entries_of(homework, since.date() if since else date.min) if homework else []:
        told[entry.assignment_id].append(entry)
    for assignment in homework:
        attach(assignment, told[assignment.pk])
        by_plan[assignment.plan_id].append(assignment)
    for plan in plans:
        plan.homework = [each for each in by_plan[plan.pk] if each.told or not each.withdrawn_at]
    read_wordings(told)
    return plans


def attach(assignment, entries):
    assignment.told = entries
    for entry in entries:
        entry.assignment = assignment


def read_wordings(told):
    corrected = [entry for entries in told.values() for entry in entries if entry.corrected_at]
    prefetch_related_objects([each for each in corrected if not each.private], "wordings")


def goals_seen(therapy):
    """Open end goals in order, else the last one; with steps and ratings. Two queries."""
    goals, steps = goals_of(therapy=therapy.pk), defaultdict(list)
    for step in steps_of(therapy=therapy.pk) if goals else []:
        steps[step.goal_id].append(step)
    for goal in goals:
        hang_all(goal, steps=steps[goal.pk])
    return [goal for goal in goals if goal.closed_at is None] or goals[-1:]


@worded_once
def goals_of(therapy):
    ratings = GoalRating.objects.filter(goal=OuterRef("pk")).order_by("rated_on")
    rated = ratings.values(rated=JSONObject(on=F("rated_on"), value=F("value")))
    return EndGoal.objects.filter(therapy=therapy).annotate(rated=ArraySubquery(rated))


@worded_once
def steps_of(therapy):
    return Step.objects.filter(therapy=therapy)
