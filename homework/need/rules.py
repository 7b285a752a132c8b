"""The printed rules: what a therapist is asked to look at, from counts and dates alone.

Each rule takes the facts of one therapy and answers with a Reason or None. No software
scans words; nothing here diagnoses or predicts (design §2.11, §2.12).
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from homework.progress import DAY, WEEK, last_days, share

FIRST, BEFORE_SESSION, NOTHING = 1, 2, 3
QUIET = timedelta(days=7)
LONG_QUIET = timedelta(days=8)
# A new plan gets this long before quiet days count against it.
SETTLING = timedelta(days=3)
# Under this the planning screen offers a smaller homework; alone it is no reason.
SURE = 90
SOON = timedelta(days=3)
# A report is read before the hour, not in it.
READ_BEFORE = timedelta(hours=2)
SAME_OBSTACLE, OBSTACLE_DAYS = 3, timedelta(days=28)
CONSENT_AHEAD = timedelta(days=30)
GOAL_CHECK_EVERY = 6
AS_PLANNED = 0.7


@dataclass(frozen=True)
class Reason:
    """A code with its facts: dates, counts and ids. The words are made when it is shown."""

    code: str
    group: int
    facts: dict = field(default_factory=dict)


def day(moment, zone):
    return moment.astimezone(zone).date()


def midnight(on, zone):
    return datetime.combine(on, time.min, zone)


def next_working_day(on):
    """The day after, or the Monday after a weekend."""
    on += DAY
    return on + DAY * (7 - on.weekday()) if on.weekday() > 4 else on


def notes_ripen_at(f):
    """When unread words come first: from the next working day on."""
    return midnight(next_working_day(day(f.notes.first_received_at, f.office)), f.office)


# --- Look here first ---


def flag(f):
    """Question nine, answered above 0, and nobody has said what was done."""
    if f.flag:
        passed = {"passed": True} if f.flag.passed_at else {}
        return Reason("flag", FIRST, {"on": day(f.flag.at, f.office)} | passed)
    return None


def report_waits(f):
    return f.report is not None and not f.report_is_read


def session_near(f):
    return bool(f.next_session_at and f.next_session_at - f.now <= READ_BEFORE)


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


def quiet_since(f):
    """The last day anything was logged, or the first of the plan; None while all is well."""
    if f.state != "active" or f.on_paper or not f.plan_runs_since:
        return None
    if f.today - f.plan_runs_since < SETTLING:
        return None
    since = f.last_entry_on or min(each.start for each in f.planned)
    return since if f.today - since >= QUIET else None


def unsure(f):
    return f.confidence is not None and f.confidence < SURE


def stalled(f):
    since = quiet_since(f)
    if since and unsure(f):
        return Reason("stalled", FIRST, {"since": since, "confidence": f.confidence} | began(f))
    return None


def began(f):
    """Whether there was ever an entry: "since" then means something else."""
    return {} if f.last_entry_on else {"never": True}


# --- Before the next session ---


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


# --- Nothing needed: how things stand ---


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


# In order of need. The place of a rule in the first three is the weight of its reason.
FIRST_RULES = (flag, report_soon, note, bounce, change, stalled)
SESSION_RULES = (
    report,
    new_note,
    measured,
    homework_proposed,
    step_proposed,
    consent,
    joined,
    plan_waits,
    no_plan,
    long_quiet,
    obstacle,
    step_lacking,
)
REST_RULES = (report_read, standing, sixth)


def reasons(f):
    """All that applies, in order of need; how things stand, where nobody is needed.

    Never empty for an open therapy.
    """
    if f.state == "ended":
        return []
    asked = applying(FIRST_RULES + SESSION_RULES, f)
    return asked or applying(REST_RULES, f)


def applying(rules, f):
    return [reason for rule in rules if (reason := rule(f))]
