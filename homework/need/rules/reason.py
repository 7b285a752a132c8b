"""What a rule answers, and what several rules ask of the same facts."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from homework.progress import DAY

FIRST, BEFORE_SESSION, NOTHING = 1, 2, 3
QUIET = timedelta(days=7)
# A new plan gets this long before quiet days count against it.
SETTLING = timedelta(days=3)
# Under this the planning screen offers a smaller homework; alone it is no reason.
SURE = 90
# A report is read before the hour, not in it.
READ_BEFORE = timedelta(hours=2)


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


def report_waits(f):
    return f.report is not None and not f.report_is_read


def session_near(f):
    return bool(f.next_session_at and f.next_session_at - f.now <= READ_BEFORE)


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


def began(f):
    """Whether there was ever an entry: "since" then means something else."""
    return {} if f.last_entry_on else {"never": True}
