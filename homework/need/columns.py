"""Everything about a therapy that is a date, a count or an id, as columns of one query."""

from django.db.models import Count, Exists, F, Max, Min, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject

from accounts.models import DeliveryProblem, Invitation, Therapy
from goals.models import EndGoal, Step
from homework.models.flag import Flag
from homework.models.measure_result import MeasureResult
from homework.models.plan_rows import ChangeRequest
from homework.models.practice_entry import PracticeEntry
from homework.models.proposal import HomeworkProposal
from homework.models.report import WeekReport
from homework.models.session import TherapySession
from homework.models.week_plan import WeekPlan

HERE = OuterRef("pk")


def described(ids, now):
    """The therapies with all of it; each column is one look into an index."""
    return (
        Therapy.objects.filter(pk__in=ids)
        .select_related("client", "clinic")
        .annotate(**of_sessions(now), **of_entries(), **of_words(), **of_steps(), **of_access())
    )


def first(rows, order, *fields):
    """The first of a therapy's rows in an order: one column, or several as JSON."""
    rows = rows.order_by(order)
    if len(fields) == 1:
        return Subquery(rows.values(fields[0])[:1])
    made = JSONObject(**{name: F(name) for name in fields})
    return Subquery(rows.values(made=made)[:1])


def summed(rows, aggregate):
    """An aggregate over a therapy's rows."""
    rows = rows.order_by().values("therapy").annotate(made=aggregate)
    return Subquery(rows.values("made"))


def of_sessions(now):
    rows = TherapySession.objects.standing().filter(therapy=HERE)
    return {
        "next_session_at": first(rows.filter(starts_at__gt=now), "starts_at", "starts_at"),
        "sessions_held": summed(rows.filter(starts_at__lte=now), Count("pk")),
    }


def of_entries():
    rows = PracticeEntry.objects.filter(therapy=HERE)
    known = rows.for_staff().standing()
    return {
        "last_entry_on": first(known, "-practice_date", "practice_date"),
        "notes": summed(rows.unread(), Count("pk")),
        "notes_since": summed(rows.unread(), Min("received_at")),
        "notes_on": summed(rows.unread(), Max("practice_date")),
    }


def of_words():
    """What the client has said and nobody has answered yet."""
    reports = WeekReport.objects.filter(therapy=HERE)
    unreviewed = Q(plan__closed_at=None, plan__review=None) | Q(
        plan__closed_at=None, plan__review__finished_at=None
    )
    waiting = WeekPlan.objects.filter(therapy=HERE).in_preparation()
    asked = ChangeRequest.objects.filter(
        plan__therapy=HERE, plan__agreed_at=None, plan__closed_at=None, answered_at=None
    )
    proposed = HomeworkProposal.objects.waiting().filter(therapy=HERE)
    flags = Flag.objects.unanswered().filter(therapy=HERE)
    unread = MeasureResult.objects.unread().filter(therapy=HERE)
    return {
        "measured": first(unread, "-done_at", "measure", "practice_date"),
        "flag": first(flags, "raised_at", "raised_at", "answer_by", "passed_at"),
        "homework_proposed": first(proposed, "proposed_at", "id", "proposed_at"),
        "open_report": first(
            reports.filter(Q(read_at=None) | unreviewed), "-sent_at", "id", "sent_at", "read_at"
        ),
        "unread_reports": summed(reports.unread(), Count("pk")),
        "change": first(asked, "-at", "id", "at"),
        "waits_since": first(waiting.exclude(proposed_at=None), "proposed_at", "proposed_at"),
    }


def of_steps():
    steps = Step.objects.filter(therapy=HERE, goal__closed_at=None)
    of_goal = Step.objects.filter(goal=OuterRef("pk"))
    at_the_end = EndGoal.objects.open().filter(
        Exists(of_goal.filter(closed_as="done")), ~Exists(of_goal.on_the_way()), therapy=HERE
    )
    current = steps.current().annotate(number=stairs(upto=True), total=stairs())
    by_client = steps.on_the_way().filter(agreed_at=None, proposed_by=OuterRef("client"))
    return {
        "has_goal": Exists(EndGoal.objects.filter(therapy=HERE)),
        "step_lacking": Exists(at_the_end),
        "step_of_now": first(current, "goal__position", "number", "total"),
        "step_proposed": first(by_client, "created_at", "id", "created_at"),
    }


def stairs(*, upto=False):
    """How many stairs the goal of a step has, or how many up to it: as EndGoal.stairs counts."""
    steps = Step.objects.filter(goal=OuterRef("goal")).exclude(closed_as=Step.Closing.LET_GO)
    steps = steps.filter(position__lte=OuterRef("position")) if upto else steps
    return Subquery(steps.order_by().values("goal").annotate(made=Count("pk")).values("made"))


def of_access():
    problems = DeliveryProblem.objects.filter(
        clinic=OuterRef("clinic"), user=OuterRef("client"), solved_at=None
    )
    invitations = Invitation.objects.filter(therapy=HERE, accepted_at=None, revoked_at=None)
    return {
        "problem": first(problems, "since", "channel", "code", "since"),
        "invitation": first(invitations, "-created_at", "created_at", "expires_at"),
    }
