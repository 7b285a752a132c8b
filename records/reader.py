"""Everything of one client in plain dicts: docs/export.md says what each key holds.

Only what the client may see: plans that were proposed, reviews that are finished. A fixed
number of queries, however long a therapy is.
"""

from django.db.models import Prefetch, Q
from django.utils import timezone

from accounts.models import Therapy
from goals.models import EndGoal, GoalRating, Step
from homework.models import (
    Assignment,
    Decision,
    HomeworkProposal,
    Insight,
    PracticeEntry,
    Review,
    TherapySession,
    WeekPlan,
    WeekReport,
)

SCHEMA, VERSION = "midweek-export", 1


def therapies_of(user):
    """The accepted therapies, with all that hangs from them."""
    therapies = Therapy.objects.of_client(user).exclude(accepted_at=None)
    parts = (goals(user), sessions(user), insights(), proposals(user), plans(user))
    return list(therapies.select_related("clinic", "lead").prefetch_related(*parts).order_by("pk"))


def goals(user):
    ratings = GoalRating.objects.filter(therapy__client=user).order_by("rated_on", "pk")
    steps = Step.objects.of_client(user).order_by("position")
    parts = (Prefetch("steps", steps), Prefetch("ratings", ratings))
    mine = EndGoal.objects.of_client(user).order_by("position", "created_at")
    return Prefetch("goals", mine.prefetch_related(*parts))


def sessions(user):
    return Prefetch("sessions", TherapySession.objects.of_client(user).order_by("starts_at"))


def insights():
    return Prefetch("insights", Insight.objects.order_by("at"))


def proposals(user):
    return Prefetch("proposals", HomeworkProposal.objects.of_client(user).order_by("proposed_at"))


def plans(user):
    seen = Q(proposed_at__isnull=False) | Q(agreed_at__isnull=False)
    mine = WeekPlan.objects.of_client(user).filter(seen).order_by("created_at")
    entries = PracticeEntry.objects.of_client(user).select_related("feedback__by")
    entries = entries.prefetch_related("wordings").order_by("done_at", "pk")
    homework = Assignment.objects.select_related("step").order_by("position")
    homework = homework.prefetch_related(Prefetch("entries", entries))
    decisions = Prefetch("decisions", Decision.objects.select_related("assignment"))
    reviews = Review.objects.of_client(user).select_related("by").prefetch_related(decisions)
    return Prefetch(
        "plans",
        mine.prefetch_related(
            Prefetch("assignments", homework),
            Prefetch("review", reviews),
            Prefetch("report", WeekReport.objects.of_client(user).prefetch_related("versions")),
            "change_requests",
        ),
    )


def record_of(user, therapies):
    return {
        "schema": SCHEMA,
        "version": VERSION,
        "written_at": timezone.now(),
        "name": user.name,
        "therapies": [of_therapy(therapy) for therapy in therapies],
    }


def choice(row, name):
    """A code, for machines, with its words, for people; None where nothing was chosen."""
    code = getattr(row, name)
    return {"code": code, "words": str(getattr(row, f"get_{name}_display")())} if code else None


def columns(row, *names):
    return {name: getattr(row, name) for name in names}


def of_therapy(therapy):
    return {
        "clinic": therapy.clinic.name,
        "therapist": therapy.lead.name,
        **columns(therapy, "accepted_at", "ended_at"),
        "goals": [of_goal(goal) for goal in therapy.goals.all()],
        "sessions": [
            columns(each, "starts_at", "minutes", "cancelled_at", "missed_at")
            for each in therapy.sessions.all()
        ],
        "insights": [columns(each, "text", "at") for each in therapy.insights.all()],
        "proposals": [of_proposal(each) for each in therapy.proposals.all()],
        "plans": [of_plan(plan) for plan in therapy.plans.all()],
    }


def of_goal(goal):
    steps = [
        columns(step, "title", "agreed_at", "is_current", "closed_at")
        | {"closed_as": choice(step, "closed_as")}
        for step in goal.steps.all()
    ]
    ratings = [columns(rating, "value", "rated_on") for rating in goal.ratings.all()]
    return {
        **columns(goal, "title", "why", "how_known", "created_at", "closed_at"),
        "closed_as": choice(goal, "closed_as"),
        "steps": steps,
        "ratings": ratings,
    }


def of_proposal(proposal):
    told = columns(proposal, "title", "words", "proposed_at", "withdrawn_at", "answered_at")
    return told | {"answer": choice(proposal, "answer")}


def of_plan(plan):
    report, review = (getattr(plan, name, None) for name in ("report", "review"))
    return {
        **columns(plan, "focus", "proposed_at", "agreed_at", "starts_on", "closed_at"),
        "wishes": [columns(wish, "text", "at") for wish in plan.change_requests.all()],
        "homework": [of_homework(each) for each in plan.assignments.all()],
        "report": report and of_report(report),
        "review": review and of_review(review),
    }


def of_homework(homework):
    words = ("title", "why", "how", "example", "smallest", "when", "where", "after_what")
    return {
        **columns(homework, *words, "obstacle", "obstacle_plan", "confidence", "withdrawn_at"),
        "target": {
            "kind": choice(homework, "target_kind"),
            "count": homework.target_count,
            "weekdays": homework.weekdays,
            "date": homework.target_date,
        },
        "step": homework.step and homework.step.title,
        "entries": [of_entry(entry) for entry in homework.entries.all()],
    }


def of_entry(entry):
    words = ("where", "with_whom", "difficulty", "before", "after", "obstacle_words", "answers")
    feedback = getattr(entry, "feedback", None)
    return {
        **columns(entry, "practice_date", "done_at", "zone", "smallest", *words, "note"),
        "state": choice(entry, "state"),
        "obstacle": choice(entry, "obstacle"),
        **columns(entry, "private", "corrected_at", "withdrawn_at"),
        "earlier": [
            columns(e, "words", "was_private", "replaced_at") for e in entry.wordings.all()
        ],
        "feedback": feedback and columns(feedback, "text", "at") | {"by": feedback.by.name},
    }


def of_report(report):
    earlier = [columns(each, "topics", "replaced_at") for each in report.versions.all()]
    return columns(report, "topics", "sent_at", "amended_at", "read_at") | {"earlier": earlier}


def of_review(review):
    decisions = [
        {"homework": each.assignment.title, "choice": choice(each, "choice")}
        for each in review.decisions.all()
    ]
    told = columns(review, "feedback", "fit", "finished_at")
    return told | {"by": review.by.name, "decisions": decisions}
