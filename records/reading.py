"""What a client may see of their own, as rows: plans that were proposed, reviews that are finished.

A fixed number of queries, however long a therapy is.
"""

from django.db.models import Prefetch, Q

from accounts.models import Therapy
from goals.models import EndGoal, GoalRating, Step
from homework.models import (
    Assignment,
    Decision,
    HomeworkProposal,
    Insight,
    MeasureResult,
    PracticeEntry,
    Review,
    TherapySession,
    WeekPlan,
    WeekReport,
)
from records.models.brought import Brought


def therapies_of(user):
    """The accepted therapies, with all that hangs from them."""
    brought = Prefetch("brought", Brought.objects.order_by("at", "pk"))
    therapies = Therapy.objects.of_client(user).exclude(accepted_at=None)
    parts = (goals(user), sessions(user), insights(), proposals(user), plans(user), measures(user))
    return list(
        therapies.select_related("clinic", "lead", "ending")
        .prefetch_related(*parts, brought)
        .order_by("pk")
    )


def goals(user):
    ratings = GoalRating.objects.filter(therapy__client=user).order_by("rated_on", "pk")
    steps = Step.objects.of_client(user).select_related("proposed_by").order_by("position")
    parts = (Prefetch("steps", steps), Prefetch("ratings", ratings))
    mine = EndGoal.objects.of_client(user).order_by("position", "created_at")
    return Prefetch("goals", mine.prefetch_related(*parts))


def sessions(user):
    return Prefetch("sessions", TherapySession.objects.of_client(user).order_by("starts_at"))


def insights():
    return Prefetch("insights", Insight.objects.order_by("at"))


def proposals(user):
    mine = HomeworkProposal.objects.of_client(user).order_by("proposed_at")
    return Prefetch("proposals", mine.select_related("answered_by", "assignment__plan"))


def measures(user):
    mine = MeasureResult.objects.of_client(user).in_order()
    return Prefetch("measure_results", mine.select_related("by", "read_by", "flag__answered_by"))


def plans(user):
    seen = Q(proposed_at__isnull=False) | Q(agreed_at__isnull=False)
    mine = WeekPlan.objects.of_client(user).filter(seen).order_by("created_at")
    mine = mine.select_related("agreement")
    entries = PracticeEntry.objects.of_client(user).select_related("by", "feedback__by")
    entries = entries.prefetch_related("wordings").order_by("done_at", "pk")
    homework = Assignment.objects.select_related("step", "insight", "skill").order_by("position")
    homework = homework.prefetch_related(Prefetch("entries", entries))
    decisions = Prefetch("decisions", Decision.objects.select_related("assignment"))
    reviews = Review.objects.of_client(user).select_related("by").prefetch_related(decisions)
    reports = WeekReport.objects.of_client(user).select_related("read_by")
    return Prefetch(
        "plans",
        mine.prefetch_related(
            Prefetch("assignments", homework),
            Prefetch("review", reviews),
            Prefetch("report", reports.prefetch_related("versions")),
            "change_requests",
            "plan_steps__step",
        ),
    )
