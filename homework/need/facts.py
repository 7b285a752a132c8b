"""What the rules look at. Dates, counts, codes and ids of one therapy; never words."""

from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from homework.progress import Planned, Practice


@dataclass(frozen=True)
class Hindrance:
    """What got in the way of a shared entry, as a code."""

    code: str
    on: date


@dataclass(frozen=True)
class Notes:
    """Shared words that nobody who leads or stands in has read yet."""

    count: int = 0
    first_received_at: datetime | None = None
    last_on: date | None = None


@dataclass(frozen=True)
class Problem:
    """A channel on which reminders do not arrive."""

    channel: str
    code: str
    since: datetime


@dataclass(frozen=True)
class Pointer:
    """A row whose words the page may show: its id, and since when it waits."""

    id: str
    at: datetime


@dataclass(frozen=True)
class Raised:
    """A flag that nobody has answered: since when, by when, and whether it has passed on."""

    at: datetime
    answer_by: datetime
    passed_at: datetime | None = None


@dataclass(frozen=True)
class Measured:
    """An answer to a measure, by its key."""

    measure: str
    on: date


@dataclass(frozen=True)
class Facts:
    """One therapy at one moment. `zone` is that of the client's days, `office` the clinic's."""

    now: datetime
    today: date
    zone: ZoneInfo
    office: ZoneInfo
    state: str = "active"
    on_paper: bool = False
    begun_at: datetime | None = None
    paused_at: datetime | None = None
    invited_at: datetime | None = None
    invitation_ends_at: datetime | None = None
    consent_on: date | None = None
    # When the record is erased at its client's wish.
    leaves_at: datetime | None = None
    next_session_at: datetime | None = None
    sessions_held: int = 0
    last_entry_on: date | None = None
    notes: Notes = Notes()
    problem: Problem | None = None
    flag: Raised | None = None
    # The latest answer to a measure that nobody who leads or stands in has read.
    measured: Measured | None = None
    change: Pointer | None = None
    report: Pointer | None = None
    report_is_read: bool = False
    unread_reports: int = 0
    step_proposed: Pointer | None = None
    homework_proposed: Pointer | None = None
    step_lacking: bool = False
    # The step of now: its place on the stairs, and how many there are.
    step_number: int | None = None
    step_total: int | None = None
    has_goal: bool = False
    # Since when a plan lies before the client, and from which day the running one stands.
    plan_waits_since: datetime | None = None
    plan_runs_since: date | None = None
    # The least sure homework of the running plan.
    confidence: int | None = None
    planned: list[Planned] = field(default_factory=list)
    practices: list[Practice] = field(default_factory=list)
    hindrances: list[Hindrance] = field(default_factory=list)
