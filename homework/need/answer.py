"""The stored answer of one therapy: its place in the caseload and when that may change."""

from datetime import datetime

from homework.need.rules import FIRST_RULES, reasons
from homework.need.rules.before_session import CONSENT_AHEAD, SOON
from homework.need.rules.reason import (
    FIRST,
    NOTHING,
    READ_BEFORE,
    midnight,
    notes_ripen_at,
    report_waits,
)
from homework.practice_day import DAY_ENDS
from homework.progress import DAY, SPEAKS_AFTER, last_days, momentum

# Minutes since 1970 fit below one weight for the next eighteen centuries.
WEIGHT = 10**9
UNPLANNED = WEIGHT - 1
CODES = [rule.__name__ for rule in FIRST_RULES]


def answer(f):
    """The columns of the attention row for these facts. Pure: same facts, same answer."""
    found = reasons(f)
    shape = last_days(f.practices, f.today)
    return {
        "group": min((reason.group for reason in found), default=NOTHING),
        "rank": rank(f, found),
        "reasons": [[reason.code, storable(reason.facts)] for reason in found],
        "week": [[day.isoformat(), state] for day, state in shape],
        "momentum": lately(f),
        "last_entry_on": f.last_entry_on,
        "step_number": f.step_number,
        "step_total": f.step_total,
        "next_session_at": f.next_session_at,
        "unread_reports": f.unread_reports,
        "unread_notes": f.notes.count,
        "stale": False,
        "next_change_at": next_change(f, found),
    }


def lately(f):
    """Momentum, once a week has been planned: before that there is nothing to say."""
    begun = min((each.start for each in f.planned), default=f.today)
    settled = f.today - begun >= SPEAKS_AFTER
    return momentum(f.planned, f.practices, f.today) if settled else None


def storable(facts):
    return {
        name: value.isoformat() if hasattr(value, "isoformat") else value
        for name, value in facts.items()
    }


def rank(f, found):
    """Place within the group, smaller first: the first group by reason, then by session."""
    at = int(f.next_session_at.timestamp() // 60) if f.next_session_at else UNPLANNED
    weight = CODES.index(found[0].code) if found and found[0].group == FIRST else 0
    return weight * WEIGHT + at


def next_change(f, found):
    """The next moment at which time alone could change the answer; None if only a verb can."""
    if f.state == "ended":
        return None
    moments = [f.next_session_at, f.invitation_ends_at]
    if f.practices or f.plan_runs_since:
        moments.append(day_ends(f))
    if f.next_session_at and not f.plan_runs_since:
        moments.append(f.next_session_at - SOON)
    if f.next_session_at and report_waits(f):
        moments.append(f.next_session_at - READ_BEFORE)
    if f.consent_on:
        moments.append(midnight(f.consent_on - CONSENT_AHEAD, f.office))
    if f.notes.count:
        moments.append(notes_ripen_at(f))
    return min((moment for moment in moments if moment and moment > f.now), default=None)


def day_ends(f):
    """When the client's practice day ends."""
    hour = (datetime.min + DAY_ENDS).time()
    return datetime.combine(f.today + DAY, hour, f.zone)
