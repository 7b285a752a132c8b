"""The hours, what was understood in them, and the plans agreed there."""

from datetime import time, timedelta

from homework.demo.climbing import current_step
from homework.demo.moments import WEEKDAYS
from homework.models import (
    Assignment,
    ChangeRequest,
    Insight,
    PlanAgreement,
    PlanStep,
    SessionMove,
    TherapySession,
    WeekPlan,
)
from homework.practice_day import practice_date

DAY = timedelta(days=1)


def write_sessions(t):
    """The hours behind us, and the next one unless the therapy has ended with it."""
    for week in range(1, t.diary.last + 2):
        starts_at = t.diary.session(week)
        told = t.story.weeks[week - 1] if week <= t.diary.last else None
        facts = {"starts_at": starts_at, "minutes": t.story.hour[2], "created_by": t.lead(week)}
        row = t.add(TherapySession, therapy=t.therapy, **facts, **called_off(t, told, starts_at))
        t.sessions[week] = row
        if told and told.moved_days:
            write_move(t, row, t.diary.planned(week))
        if told and told.insight:
            t.insights[week] = write_insight(t, row, told.insight, week)


def called_off(t, told, starts_at):
    if told is None or not told.skip:
        return {}
    if told.skip == "missed":
        return {"missed_at": starts_at + timedelta(hours=1)}
    return {"cancelled_at": starts_at - DAY, "cancelled_by": t.writer}


def write_move(t, row, planned):
    move = {"moved_from": planned, "moved_to": row.starts_at, "at": planned - DAY * 2}
    t.add(SessionMove, session=row, by=row.created_by, **move)


def write_insight(t, row, text, week):
    at = t.later(row.starts_at, 32)
    return t.add(Insight, therapy=t.therapy, session=row, text=text, written_by=t.lead(week), at=at)


def write_plans(t):
    """One plan for each session that took place; the one before closes when it is agreed."""
    for week in t.held:
        session = t.sessions[week]
        plan = t.add(
            WeekPlan,
            therapy=t.therapy,
            session=session,
            focus=t.story.weeks[week - 1].focus,
            created_by=t.lead(week),
            created_at=session.starts_at + timedelta(minutes=25),
            **agreement(t, week),
        )
        t.plans[week] = plan
        t.assignments[week] = write_assignments(t, week, plan)
        write_agreement(t, week, plan)
    close_plans(t)


def waits(t, week):
    return week == t.held[-1] and t.story.last_plan != "agreed"


def agreement(t, week):
    """When a plan was proposed and agreed: in the room, or that evening on the phone."""
    starts_at = t.sessions[week].starts_at
    if waits(t, week):
        return {"proposed_at": starts_at + timedelta(minutes=50)}
    if t.client and t.dice.random() < 0.3:
        phone = t.later(starts_at, 150)
        return {"proposed_at": starts_at + timedelta(minutes=48), **agreed(t, phone)}
    return agreed(t, t.later(starts_at, 42))


def agreed(t, at):
    return {"agreed_at": at, "starts_on": practice_date(at, t.diary.zone)}


def write_agreement(t, week, plan):
    if plan.agreed_at is None:
        ask_for_change(t, plan)
        return
    in_the_room = plan.proposed_at is None
    by = t.lead(week) if in_the_room else t.client
    t.add(PlanAgreement, plan=plan, by=by, at=plan.agreed_at, in_the_room=in_the_room)
    t.audit(by, "plan.agreed", plan, plan.agreed_at)


def ask_for_change(t, plan):
    if t.story.asks:
        at = max(t.diary.today_at("20:30", days=-1), plan.proposed_at + timedelta(minutes=30))
        t.add(ChangeRequest, plan=plan, text=t.story.asks, asked_by=t.client, at=at)
        t.audit(t.client, "plan.change_asked", plan, at)


def close_plans(t):
    """Each agreed plan closes the one before; the end of a therapy closes the last."""
    agreed = [(week, plan) for week, plan in t.plans.items() if plan.agreed_at]
    for (week, plan), (_next, successor) in zip(agreed, agreed[1:], strict=False):
        plan.closed_at = successor.agreed_at
        unreviewed = t.story.weeks[week - 1].unreviewed
        plan.closed_reason = "superseded" if unreviewed else "reviewed"
    if t.story.state == "ended":
        plan = agreed[-1][1]
        plan.closed_at, plan.closed_reason = t.therapy.ended_at, "ended"


def spans(homework):
    """The weeks a homework was practised in."""
    return range(homework.week, homework.week + 1 + homework.practice.count(" "))


def write_assignments(t, week, plan):
    """The homework of a plan by its title; each a snapshot of the week's wording."""
    chosen = [homework for homework in t.story.homework if week in spans(homework)]
    chosen.sort(key=lambda homework: homework.week, reverse=True)  # the newest to the fore
    found = {
        homework.title: write_assignment(t, homework, week, plan, place)
        for place, homework in enumerate(chosen)
    }
    for step in {row.step.pk: row.step for row in found.values() if row.step}.values():
        t.add(PlanStep, plan=plan, step=step)
    return found


def write_assignment(t, homework, week, plan, place):
    before = t.assignments.get(max((w for w in t.held if w < week), default=0), {})
    carried_from = before.get(homework.title) or before.get(homework.grew_from)
    carries = homework.carries if homework.carries and homework.carries <= week else None
    return t.add(
        Assignment,
        therapy=t.therapy,
        plan=plan,
        position=place,
        carried_from=carried_from,
        step=current_step(t, homework.goal, week),
        insight=t.insights.get(carries),
        proposed_by_client=homework.title in {told.became for told in t.story.proposes},
        begun_in_session=homework.begun and homework.title not in before,
        confidence=confidence(t, homework, week),
        remind_at=time.fromisoformat(homework.remind) if homework.remind else None,
        **wording(t, homework),
        **target(homework.target, plan.starts_on or t.diary.day_of(plan.created_at)),
    )


def wording(t, homework):
    library = t.exercises.get(homework.exercise)
    library = library and library.read_in(t.story.language)
    skill = library.skill if library else t.exercises["skills"].get(homework.skill)
    return {
        "exercise": library,
        "skill": skill,
        "title": homework.title,
        "why": homework.why,
        "how": homework.what,
        "example": library.example if library else "",
        "smallest": homework.smallest,
        "care": library.care if library else "",
        "prompts": library.prompts if library else [],
        "rating_label": homework.rating or (library.rating_label if library else ""),
        "when": homework.when,
        "where": homework.where,
        "after_what": homework.after,
        "obstacle": homework.obstacle,
        "obstacle_plan": homework.then,
    }


def confidence(t, homework, week):
    """How sure the client was in the nth plan that held it; the last number stays."""
    nth = sum(1 for held in t.held if held in spans(homework) and held < week)
    return homework.confidence[min(nth, len(homework.confidence) - 1)]


def target(words, starts_on):
    """The columns of "4", "mon wed" or "by sun"."""
    if words.isdigit():
        return {"target_kind": "count", "target_count": int(words)}
    if words.startswith("by "):
        ahead = (WEEKDAYS.index(words[3:]) - starts_on.weekday()) % 7 or 7
        return {"target_kind": "by_date", "target_date": starts_on + DAY * ahead}
    days = sum(1 << WEEKDAYS.index(day) for day in words.split())
    return {"target_kind": "weekdays", "target_weekdays": days}
