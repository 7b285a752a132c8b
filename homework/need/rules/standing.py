"""Nothing is needed: how things stand."""

from homework.need.rules.reason import NOTHING, SETTLING, Reason, day
from homework.progress import DAY, WEEK, last_days, share

GOAL_CHECK_EVERY = 6
AS_PLANNED = 0.7


def standing(f):
    """The one line that is true when nothing is asked of anybody."""
    if f.state == "invited":
        return invited(f)
    if f.state == "paused":
        return Reason("paused", NOTHING, {"on": day(f.paused_at, f.office)})
    if f.on_paper:
        return Reason("on_paper", NOTHING)
    return practising(f) if f.plan_runs_since else Reason("resting", NOTHING)


def invited(f):
    on = f.invited_at and day(f.invited_at, f.office)
    if f.invitation_ends_at is None:
        return Reason("not_invited", NOTHING)
    code = "invited" if f.invitation_ends_at > f.now else "invitation_ran_out"
    return Reason(code, NOTHING, {"on": on})


def practising(f):
    week = share(f.planned, f.practices, f.today - WEEK + DAY, f.today)
    shape = [state for _day, state in last_days(f.practices, f.today) if state]
    if week is not None and week >= AS_PLANNED:
        return Reason("as_planned", NOTHING)
    if shape:
        return Reason("practised", NOTHING, {"days": len(shape) - shape.count("not_today")})
    if f.last_entry_on and f.today - f.plan_runs_since >= SETTLING:
        return Reason("quiet", NOTHING, {"since": f.last_entry_on})
    return Reason("new_plan", NOTHING, {"since": f.plan_runs_since})


def report_read(f):
    if f.report and f.report_is_read:
        return Reason("report_read", NOTHING, {"report": f.report.id})
    return None


def sixth(f):
    """Every sixth session opens with "Is the goal still right?"."""
    number = f.sessions_held + 1
    if f.next_session_at and number % GOAL_CHECK_EVERY == 0:
        return Reason("sixth", NOTHING, {"session": number})
    return None
