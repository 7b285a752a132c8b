"""What a demo story is made of. Pure data; homework.demo.builder turns it into rows.

Weeks are numbered from 1, the first session. The last week of a story is the present one.
A week begins with its session and is seven days long; day 0 is the day of the session.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """A small step; `done` and `let_go` are the weeks in whose session that was said."""

    title: str
    done: int | None = None
    let_go: int | None = None
    by: str = "client"
    agreed: bool = True


@dataclass(frozen=True)
class Goal:
    """An end goal in the client's words. Ratings are (week, 0 to 10)."""

    title: str
    why: str
    know: str
    steps: tuple[Step, ...]
    ratings: tuple[tuple[int, int], ...] = ()
    week: int = 1


@dataclass(frozen=True)
class Homework:
    """One homework over its weeks, with all that was said in the agreeing moment.

    `practice` holds one word a week and one letter a day: D done, S smallest version done,
    P partly, N not today, 2 done twice, a full stop for not logged; small letters are private.
    `week` is where the first word stands. `target` is a count a week ("4"), weekdays
    ("mon wed") or a day to do it by ("by sun"). `decision` ends its last reviewed week;
    homework that came out of another names its title in `grew_from`. `confidence` holds a
    number a week, the last one staying. Notes are dealt to the entries in their order,
    and so are the answers on the worksheet. A reply names the beginning of a note.
    `remind` is the time of day, if any.
    """

    title: str
    why: str
    what: str
    smallest: str
    target: str
    when: str
    obstacle: str
    then: str
    week: int
    practice: str
    where: str = ""
    after: str = ""
    confidence: tuple[int, ...] = (80,)
    remind: str = ""
    exercise: str = ""
    skill: str = ""
    goal: int = 0
    begun: bool = False
    carries: int | None = None
    decision: str = "finished"
    grew_from: str = ""
    at: str = "18:00"
    places: str = "home"
    company: str = "alone"
    before: tuple[int, int] | None = None
    after_rating: tuple[int, int] | None = None
    rating: str = ""
    answers: tuple[dict[str, object], ...] = ()
    barriers: str = "busy"
    notes: tuple[str, ...] = ()
    not_today: tuple[str, ...] = ()
    private: tuple[str, ...] = ()
    replies: tuple[tuple[str, str], ...] = ()
    corrected: tuple[str, str] | None = None


@dataclass(frozen=True)
class Week:
    """A session and the plan made in it. `skip` says that the session did not take place.

    `report` is the client's word at the end of this week, `feedback` the answer to it.
    """

    focus: str = ""
    insight: str = ""
    report: str = ""
    feedback: str = ""
    quality: str = ""
    fit: str = ""
    skip: str = ""
    moved_days: int = 0
    unreviewed: bool = False


@dataclass(frozen=True)
class Cover:
    """Another therapist's access: `kind` is "read" or "write", days are counted from today."""

    by: str
    kind: str
    reason: str
    from_days: int
    to_days: int


@dataclass(frozen=True)
class Ending:
    """The page made together in the last hour."""

    helped: str
    signs: str
    will_do: str
    call: str


@dataclass(frozen=True)
class Proposal:
    """A homework that the client thought of in a week; with none, last evening, unanswered.

    The next session took it in as the homework named in `became`, or said "not now".
    """

    title: str
    words: str = ""
    week: int | None = None
    became: str = ""


@dataclass(frozen=True)
class Measured:
    """A questionnaire, given in the first session: (week, a digit an item) for each answer.

    A full stop is a question that was left out.
    """

    measure: str
    every_weeks: int
    answers: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Story:
    """One therapy, from its first session to today.

    `hour` is (days until the next session, "HH:MM", minutes). Where `pinned` is false a
    session that would fall on a weekend is on the Monday after. No e-mail: never signs in.
    """

    key: str
    name: str
    email: str
    therapist: str
    hour: tuple[int, str, int]
    goals: tuple[Goal, ...] = ()
    weeks: tuple[Week, ...] = ()
    homework: tuple[Homework, ...] = ()
    clinic: str = "riverside"
    zone: str = "Europe/London"
    language: str = "en-gb"
    pinned: bool = False
    state: str = "active"
    last_plan: str = "agreed"
    asks: str = ""
    proposes_step: str = ""
    proposes: tuple[Proposal, ...] = ()
    reported: bool = True
    opened: bool = True
    phone_shared: bool = False
    under_18: bool = False
    consent_by: str = ""
    consent_again_days: int | None = None
    bounced_days: int | None = None
    invited_days: int | None = None
    paused_days: int | None = None
    led_before: tuple[str, int, str] | None = None
    covers: tuple[Cover, ...] = ()
    ending: Ending | None = None
    measures: tuple[Measured, ...] = ()
    crisis_text: str = ""
