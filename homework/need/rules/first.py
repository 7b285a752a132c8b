"""Look here first."""

from homework.need.rules.reason import (
    FIRST,
    Reason,
    began,
    day,
    notes_ripen_at,
    quiet_since,
    report_waits,
    session_near,
    unsure,
)


def flag(f):
    """Question nine, answered above 0, and nobody has said what was done."""
    if f.flag:
        passed = {"passed": True} if f.flag.passed_at else {}
        return Reason("flag", FIRST, {"on": day(f.flag.at, f.office)} | passed)
    return None


def report_soon(f):
    if report_waits(f) and session_near(f):
        return Reason("report_soon", FIRST, {"report": f.report.id, "at": f.next_session_at})
    return None


def note(f):
    if f.notes.count and f.now >= notes_ripen_at(f):
        return Reason("note", FIRST, {"on": f.notes.last_on, "count": f.notes.count})
    return None


def bounce(f):
    if f.problem:
        since = day(f.problem.since, f.office)
        return Reason(
            "bounce",
            FIRST,
            {"since": since, "channel": f.problem.channel, "problem": f.problem.code},
        )
    return None


def change(f):
    return Reason("change", FIRST, {"request": f.change.id}) if f.change else None


def stalled(f):
    since = quiet_since(f)
    if since and unsure(f):
        return Reason("stalled", FIRST, {"since": since, "confidence": f.confidence} | began(f))
    return None
