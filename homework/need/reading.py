"""Reads the facts of many therapies: three queries, however many there are."""

from collections import defaultdict
from datetime import date, datetime, timedelta

from django.db.models import Q

from homework.models.assignment import Assignment
from homework.models.practice_entry import PracticeEntry
from homework.need.columns import described
from homework.need.facts import Facts, Hindrance, Measured, Notes, Pointer, Problem, Raised
from homework.practice_day import practice_date
from homework.progress import DAY, WEEK, WEEKS_BACK, Planned, Practice

WINDOW = WEEK * WEEKS_BACK
# A plan's last day is read in the client's zone, which may lie this far from UTC.
ZONES_APART = timedelta(days=1)


def gather(ids, now):
    """Facts by the therapy's id."""
    practices, hindrances = practised(ids, now)
    homework = agreed_homework(ids, now)
    return {
        therapy.pk: Facts(
            now=now,
            **known(therapy, now),
            **of_homework(homework[therapy.pk], therapy.zone),
            practices=practices[therapy.pk],
            hindrances=hindrances[therapy.pk],
        )
        for therapy in described(ids, now)
    }


def practised(ids, now):
    """Entries of the last weeks as far as others may know of them."""
    practices, hindrances = defaultdict(list), defaultdict(list)
    entries = PracticeEntry.objects.for_staff().standing().filter(therapy__in=ids)
    rows = entries.filter(practice_date__gt=(now - WINDOW - DAY).date()).values_list(
        "therapy_id", "assignment_id", "practice_date", "state", "smallest", "private", "obstacle"
    )
    for therapy, assignment, on, state, smallest, private, obstacle in rows:
        practices[therapy].append(Practice(assignment, on, state, smallest))
        if obstacle and not private:
            hindrances[therapy].append(Hindrance(obstacle, on))
    return practices, hindrances


def agreed_homework(ids, now):
    """Homework of agreed plans that stood in the last weeks, by therapy."""
    standing = Q(plan__closed_at=None) | Q(plan__closed_at__gt=now - WINDOW - ZONES_APART)
    rows = Assignment.objects.filter(standing, therapy__in=ids, plan__agreed_at__isnull=False)
    by_therapy = defaultdict(list)
    for row in rows.select_related("plan").only(*MEANT):
        by_therapy[row.therapy_id].append(row)
    return by_therapy


MEANT = (
    "clinic",
    "therapy",
    "confidence",
    "withdrawn_at",
    "target_kind",
    "target_count",
    "target_weekdays",
    "target_date",
    "plan__clinic",
    "plan__starts_on",
    "plan__closed_at",
)


def of_homework(homework, zone):
    running = [each for each in homework if not (each.plan.closed_at or each.withdrawn_at)]
    sure = [each.confidence for each in running if each.confidence is not None]
    return {
        "plan_runs_since": min((each.plan.starts_on for each in running), default=None),
        "confidence": min(sure, default=None),
        "planned": [as_planned(each, each.plan, zone) for each in homework],
    }


def as_planned(assignment, plan, zone):
    """An assignment as what was meant, and until when."""
    ended = min(filter(None, (assignment.withdrawn_at, plan.closed_at)), default=None)
    once = assignment.target_kind == Assignment.Target.BY_DATE
    return Planned(
        assignment=assignment.pk,
        start=plan.starts_on,
        # The day of the session that ends a plan belongs to the next one.
        until=practice_date(ended, zone) - DAY if ended else None,
        times=assignment.planned_a_week,
        due=assignment.target_date if once else None,
    )


def known(therapy, now):
    """A described therapy in the words of Facts."""
    flag = moments(therapy.flag)
    problem, report = moments(therapy.problem), moments(therapy.open_report)
    invitation, step = moments(therapy.invitation), moments(therapy.step_proposed)
    now_on = therapy.step_of_now or {}
    change, homework = moments(therapy.change), moments(therapy.homework_proposed)
    return {
        "today": practice_date(now, therapy.zone),
        "zone": therapy.zone,
        "office": therapy.clinic.zone,
        "state": therapy.state,
        "on_paper": therapy.on_paper,
        "begun_at": therapy.accepted_at,
        "paused_at": therapy.paused_at,
        "invited_at": invitation.get("created_at"),
        "invitation_ends_at": invitation.get("expires_at"),
        "consent_on": therapy.ask_consent_again_on if therapy.under_18 else None,
        "leaves_at": therapy.leaves_at,
        "next_session_at": therapy.next_session_at,
        "sessions_held": therapy.sessions_held or 0,
        "last_entry_on": therapy.last_entry_on,
        "notes": Notes(therapy.notes or 0, therapy.notes_since, therapy.notes_on),
        "flag": Raised(flag["raised_at"], flag["answer_by"], flag["passed_at"]) if flag else None,
        "measured": measured(therapy.measured),
        "problem": Problem(**problem) if problem else None,
        "change": Pointer(change["id"], change["at"]) if change else None,
        "report": Pointer(report["id"], report["sent_at"]) if report else None,
        "report_is_read": bool(report.get("read_at")),
        "unread_reports": therapy.unread_reports or 0,
        "homework_proposed": Pointer(homework["id"], homework["proposed_at"]) if homework else None,
        "step_proposed": Pointer(step["id"], step["created_at"]) if step else None,
        "step_lacking": therapy.step_lacking,
        "step_number": now_on.get("number"),
        "step_total": now_on.get("total"),
        "has_goal": therapy.has_goal,
        "plan_waits_since": therapy.waits_since,
    }


def measured(row):
    """An unread answer, which came as JSON."""
    return row and Measured(row["measure"], date.fromisoformat(row["practice_date"]))


MOMENTS = {
    *("at", "since", "sent_at", "read_at", "created_at", "expires_at", "proposed_at"),
    *("raised_at", "answer_by", "passed_at"),
}


def moments(row):
    """A row that came as JSON, its moments as moments again; {} for none."""
    return {
        name: datetime.fromisoformat(value) if value and name in MOMENTS else value
        for name, value in (row or {}).items()
    }
