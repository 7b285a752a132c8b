"""Where the client is going: end goals, the steps towards them, and how far along it feels."""

from datetime import timedelta

from goals.models import EndGoal, GoalRating, Step, StepAgreement

DAY = timedelta(days=1)


def write_goals(t):
    for place, goal in enumerate(t.story.goals):
        named = t.later(t.diary.session(goal.week), 8)
        row = t.add(
            EndGoal,
            therapy=t.therapy,
            title=goal.title,
            why=goal.why,
            how_known=goal.know,
            position=place,
            created_by=t.lead(goal.week),
            created_at=named,
            **closing(t),
        )
        t.audit(t.lead(goal.week), "goal.named", row, named)
        t.steps.append(write_steps(t, goal, row, named))
        for week, value in goal.ratings:
            on = t.diary.day_of(t.diary.session(week))
            rating = {"therapy": t.therapy, "goal": row, "by": t.writer}
            t.add(GoalRating, value=value, rated_on=on, **rating)


def closing(t):
    if t.story.state != "ended":
        return {}
    return {"closed_at": t.therapy.ended_at, "closed_by": t.lead(), "closed_as": "reached"}


def write_steps(t, goal, row, named):
    """The steps as (story, row), in order; the first agreed and open one is the present one."""
    told, since, found = [], named, False
    for place, step in enumerate(goal.steps, start=1):
        state = step_state(t, step, named)
        if step.agreed and not found and "closed_at" not in state:
            found, state = True, state | {"is_current": True, "current_since": since}
        if step.done:
            since = state["closed_at"]
        told.append((step, write_step(t, row, place, step, state)))
    if t.story.proposes_step and row.position == 0:
        propose(t, row, len(goal.steps) + 1)
    return told


def step_state(t, step, named):
    if not step.agreed:
        return {"created_at": t.later(t.diary.session(t.held[-1]), 40)}
    state = {"created_at": named, "agreed_at": named + timedelta(minutes=6)}
    week = step.done or step.let_go
    if week:
        closed_as = "done" if step.done else "let_go"
        closed_at = t.later(t.diary.session(week), 20)
        state |= {"closed_at": closed_at, "closed_by": t.lead(week), "closed_as": closed_as}
        state["first_done_at"] = closed_at if step.done else None
    return state


def write_step(t, goal, place, step, state):
    proposer = t.writer if step.by == "client" else t.lead()
    row = t.add(
        Step,
        therapy=t.therapy,
        goal=goal,
        title=step.title,
        position=place,
        proposed_by=proposer,
        **state,
    )
    for side in ("client", "therapist") if step.agreed else (step.by,):
        by = t.lead() if step.agreed else proposer
        t.add(StepAgreement, step=row, side=side, by=by, at=state["created_at"])
    if step.done:
        t.audit(row.closed_by, "step.closed", row, row.closed_at, closed_as="done")
    return row


def propose(t, goal, place):
    """A step of the client's own, not yet agreed by the therapist."""
    at = t.diary.today_at("20:05", days=-1)
    facts = {"therapy": t.therapy, "proposed_by": t.client, "created_at": at}
    row = t.add(Step, goal=goal, title=t.story.proposes_step, position=place, **facts)
    t.add(StepAgreement, step=row, side="client", by=t.client, at=at)
    t.audit(t.client, "step.proposed", row, at)


def current_step(t, goal, week):
    """The step a homework of that week chipped at; None when all were done."""
    for step, row in t.steps[goal]:
        gone = step.done or step.let_go
        if step.agreed and (gone is None or gone > week):
            return row
    return None
