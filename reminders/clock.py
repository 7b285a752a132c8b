"""From a wall-clock time on a date in a zone to the instant it happens, and out of quiet hours."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from homework.practice_day import DAY_ENDS, practice_date

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
# The last hours of a practice day are those after midnight.
DAWN = (datetime.min + DAY_ENDS).time()


def instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The instant, in UTC. A time in the spring gap becomes the first valid one after the
    gap; one that happens twice in autumn is its first."""
    wall = datetime.combine(day, at).replace(tzinfo=zone, fold=0)
    utc = wall.astimezone(UTC)
    if utc.astimezone(zone).replace(tzinfo=None) == wall.replace(tzinfo=None):
        return utc
    return _end_of_gap(wall)


def on_practice_day(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The instant inside a practice day: its hours before 04:00 are those of the next date.

    Where the clocks are put forward right up to the day's end, it is the last minute before.
    """
    if at >= DAWN:
        return instant(day, at, zone)
    found, end = instant(day + DAY, at, zone), instant(day + DAY, DAWN, zone)
    return min(found, end - MINUTE)


def is_quiet(at: time, quiet: tuple[time, time]) -> bool:
    """Whether a wall-clock time lies in the quiet hours, which may span midnight."""
    begin, end = quiet
    return begin <= at < end if begin < end else at >= begin or at < end


def after_quiet(moment: datetime, zone: ZoneInfo, quiet: tuple[time, time]) -> datetime:
    """The moment itself, or when the quiet hours that it falls into are over."""
    if not is_quiet(moment.astimezone(zone).time(), quiet):
        return moment
    return following(moment, quiet[1], zone)


def before_quiet(moment: datetime, zone: ZoneInfo, quiet: tuple[time, time]) -> datetime:
    """The moment itself, or when the quiet hours that it falls into begin."""
    local = moment.astimezone(zone)
    if not is_quiet(local.time(), quiet):
        return moment
    begun = instant(local.date(), quiet[0], zone)
    return begun if begun <= moment else instant(local.date() - DAY, quiet[0], zone)


def out_of_quiet(day: date, at: time, zone: ZoneInfo, quiet: tuple[time, time] | None) -> datetime:
    """That time of a practice day; in quiet hours, after them or else before them."""
    moment = on_practice_day(day, at, zone)
    if quiet is None:
        return moment
    after = after_quiet(moment, zone, quiet)
    return after if practice_date(after, zone) == day else before_quiet(moment, zone, quiet)


def next_quiet(moment: datetime, zone: ZoneInfo, quiet: tuple[time, time]) -> datetime:
    """When the quiet hours begin next."""
    return following(moment, quiet[0], zone)


def following(moment: datetime, at: time, zone: ZoneInfo) -> datetime:
    """The next instant at which the clock shows that time: in an hour that it repeats, twice."""
    day = moment.astimezone(zone).date()
    again = datetime.combine(day, at, zone).replace(fold=1).astimezone(UTC)
    found = instant(day, at, zone), again, instant(day + DAY, at, zone)
    return next(each for each in found if each > moment)


def _end_of_gap(wall: datetime) -> datetime:
    """In a gap the two folds disagree; the change of offset lies between their instants."""
    early = wall.replace(fold=1).astimezone(UTC)
    late = wall.astimezone(UTC)
    after = late.astimezone(wall.tzinfo).utcoffset()
    while late - early > timedelta(seconds=1):
        middle = early + (late - early) / 2
        if middle.astimezone(wall.tzinfo).utcoffset() == after:
            late = middle
        else:
            early = middle
    return late.replace(microsecond=0)
