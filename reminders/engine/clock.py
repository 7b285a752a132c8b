"""From a wall-clock time on a date in a zone to the instant it happens."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The instant, in UTC. A time in the spring gap becomes the first valid one after the
    gap; one that happens twice in autumn is its first."""
    wall = datetime.combine(day, at).replace(tzinfo=zone, fold=0)
    utc = wall.astimezone(UTC)
    if utc.astimezone(zone).replace(tzinfo=None) == wall.replace(tzinfo=None):
        return utc
    return _end_of_gap(wall)


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
