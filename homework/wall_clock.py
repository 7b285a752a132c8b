"""Times as people say them: a day and a time in a place, to the instant they mean."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo


def instant(day: date, at: time, zone: ZoneInfo) -> datetime | None:
    """What a wall time means; None where the clocks skip it. Of one that comes twice, the first."""
    wall = datetime.combine(day, at, tzinfo=zone)
    there = wall.astimezone(UTC).astimezone(zone)
    return wall if there.replace(tzinfo=None) == wall.replace(tzinfo=None) else None


def elsewhere(moment: datetime, here: ZoneInfo, there: ZoneInfo) -> datetime | None:
    """The same instant on the clock over there, or None where the clocks agree."""
    local = moment.astimezone(there)
    return local if local.utcoffset() != moment.astimezone(here).utcoffset() else None
