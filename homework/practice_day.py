"""The day of a practice ends at 04:00: what is logged at 00:40 belongs to the evening before."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

DAY_ENDS = timedelta(hours=4)


def practice_date(moment: datetime, zone: ZoneInfo) -> date:
    """The practice date of an instant in a zone, by the wall clock there."""
    return (moment.astimezone(zone).replace(tzinfo=None) - DAY_ENDS).date()


def practice_today(zone: ZoneInfo) -> date:
    return practice_date(timezone.now(), zone)


def noon(day: date, zone: ZoneInfo) -> datetime:
    """The instant a backdated practice is given when only its day is known."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=zone)
