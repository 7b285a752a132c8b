"""Times as people say them: a day and a time in a place, to the instant they mean."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo


def instant(day: date, at: time, zone: ZoneInfo) -> datetime | None:
    """What a wall time means; None where the clocks skip it. Of one that comes twice, the first."""
    wall = datetime.combine(day, at, tzinfo=zone)
    there = wall.astimezone(UTC).astimezone(zone)
    return wall if there.replace(tzinfo=None) == wall.replace(tzinfo=None) else None


def elsewhere(moment: datetime, here: ZoneInfo, there: ZoneInfo) -> datetime | None:
    """What the clock shows over there at that instant, or None where the clocks agree.

    Without a zone, so that a page prints it as it stands.
    """
    local = moment.astimezone(there)
    differs = local.utcoffset() != moment.astimezone(here).utcoffset()
    return local.replace(tzinfo=None) if differs else None
