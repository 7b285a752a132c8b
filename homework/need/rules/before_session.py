"""What is good to know before the next session."""

from collections import Counter
from datetime import timedelta

from homework.need.rules.reason import (
    BEFORE_SESSION,
    Reason,
    began,
    day,
    notes_ripen_at,
    quiet_since,
    report_waits,
    session_near,
    unsure,
)

LONG_QUIET = timedelta(days=8)
SOON = timedelta(days=3)
SAME_OBSTACLE, OBSTACLE_DAYS = 3, timedelta(days=28)
CONSENT_AHEAD = timedelta(days=30)


def leaving(f):
    """The client has asked that the record be erased: what is left of its days."""
    if f.leaves_at:
        return Reason("leaving", BEFORE_SESSION, {"on": day(f.leaves_at, f.office)})
    return None


def report(f):
    if report_waits(f) and not session_near(f):
        return Reason("report", BEFORE_SESSION, {"report": f.report.id})
    return None


def new_note(f):
    if f.notes.count and f.now < notes_ripen_at(f):
        return Reason("new_note", BEFORE_SESSION, {"on": f.notes.last_on, "count": f.notes.count})
    return None


def measured(f):
    """A measure was answered; a flag says more than that."""
    if f.measured and not f.flag:
        return Reason(
            "measured", BEFORE_SESSION, {"on": f.measured.on, "measure": f.measured.measure}
        )
    return None


def homework_proposed(f):
    """The client thought of a homework, and nobody has said yes or not now."""
    if f.homework_proposed:
        return Reason("homework_proposed", BEFORE_SESSION, {"proposal": f.homework_proposed.id})
    return None


def step_proposed(f):
    if f.step_proposed:
        return Reason("step_proposed", BEFORE_SESSION, {"step": f.step_proposed.id})
    return None


def consent(f):
    if f.consent_on and day(f.now, f.office) >= f.consent_on - CONSENT_AHEAD:
        return Reason("consent", BEFORE_SESSION, {"by": f.consent_on})
    return None


def joined(f):
    if f.state == "active" and not f.has_goal:
        return Reason("joined", BEFORE_SESSION, {"on": day(f.begun_at, f.office)})
    return None


def plan_waits(f):
    if f.plan_waits_since and not f.change:
        return Reason("plan_waits", BEFORE_SESSION, {"since": day(f.plan_waits_since, f.office)})
    return None


def no_plan(f):
    """A session is near, and until then there is nothing to practise."""
    if f.state != "active" or f.plan_runs_since or f.plan_waits_since or not f.has_goal:
        return None
    if f.next_session_at and f.next_session_at - f.now <= SOON:
        return Reason("no_plan", BEFORE_SESSION)
    return None


def long_quiet(f):
    since = quiet_since(f)
    if since and f.today - since >= LONG_QUIET and not unsure(f):
        return Reason("quiet", BEFORE_SESSION, {"since": since} | began(f))
    return None


def obstacle(f):
    recent = Counter(h.code for h in f.hindrances if f.today - h.on < OBSTACLE_DAYS)
    code, times = next(iter(recent.most_common(1)), ("", 0))
    if times >= SAME_OBSTACLE:
        return Reason("obstacle", BEFORE_SESSION, {"obstacle": code, "times": times})
    return None


def step_lacking(f):
    if f.step_lacking and f.state == "active":
        return Reason("step_lacking", BEFORE_SESSION)
    return None
