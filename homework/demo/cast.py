"""The clinics of the demo and the people who work there. All names and numbers are invented."""

from dataclasses import dataclass

PASSWORD = "midweek-demo"  # noqa: S105 - local only; seed_demo refuses production settings


@dataclass(frozen=True)
class House:
    """A clinic. The telephone numbers are from the range kept free for drama."""

    key: str
    name: str
    crisis_text: str
    checked_days_ago: int
    zone: str = "Europe/London"


@dataclass(frozen=True)
class Worker:
    """Somebody with a membership; `left_days_ago` for one who has gone."""

    key: str
    house: str
    name: str
    email: str
    admin: bool = False
    therapist: bool = False
    since_days: int = 700
    language: str = "en-gb"
    left_days_ago: int | None = None


@dataclass(frozen=True)
class Holiday:
    """An absence that is announced: it begins on the first Monday after `in_days`."""

    house: str
    who: str
    covered_by: str
    in_days: int
    days: int


HOUSES = (
    House(
        key="riverside",
        name="Riverside Rooms",
        crisis_text=(
            "If you or somebody else is in danger now: call 999, day and night.\nSomebody to talk"
            " to, day and night: 020 7946 0111.\nThe Rooms answer the phone Monday to Friday, 9:00"
            " to 17:00: 01632 960 102. Outside these hours nobody here reads or listens."
        ),
        checked_days_ago=23,
    ),
    House(
        key="harbour",
        name="Harbour Lane",
        crisis_text=(
            "In danger now: call 999.\nThe county's night line, 18:00 to 8:00: 01632 960"
            " 144.\nHarbour Lane, weekdays 10:00 to 16:00: 01632 960 145."
        ),
        checked_days_ago=61,
    ),
)

WORKERS = (
    Worker("admin", "riverside", "Morag Hughes", "admin@midweek.test", admin=True),
    Worker("ana", "riverside", "Ana Silva", "therapist@midweek.test", therapist=True),
    Worker("ben", "riverside", "Ben Hartley", "therapist2@midweek.test", therapist=True),
    Worker(
        "paul",
        "riverside",
        "Paul Denham",
        "paul.denham@example.org",
        therapist=True,
        left_days_ago=70,
    ),
    Worker("nuala", "harbour", "Nuala Keane", "outsider@midweek.test", admin=True, therapist=True),
    Worker(
        "hanna", "harbour", "Hanna Vogt", "therapeutin@midweek.test", therapist=True, language="de"
    ),
)

AWAY = Holiday("riverside", "ana", "ben", in_days=17, days=7)
# Invited as a therapist yesterday; has not joined yet.
COLLEAGUE = "imogen.hart@example.org"
