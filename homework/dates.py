"""Dates as a person says them: today, yesterday, on Sunday, on 12 November."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from config.said_days import day_in_words


def spoken_day(day, today=None):
    """A day just passed by its name, an earlier one by its date."""
    today = today or timezone.localdate()
    if day == today:
        return _("today")
    if day == today - timedelta(days=1):
        return _("yesterday")
    if today - timedelta(days=7) < day < today:
        return day_in_words(day, "l")
    return plain_day(day, today)


def plain_day(day, today=None):
    """12 November; with the year where it is another one."""
    today = today or timezone.localdate()
    return day_in_words(day, "DATE" if day.year == today.year else "DATE_YEAR")


def next_day(day, today=None):
    """A day to come, short enough for a column: Today, Wed 25 Nov."""
    today = today or timezone.localdate()
    if day == today:
        return _("Today")
    return day_in_words(day, "SHORT_DAY" if (day - today).days < 300 else "SHORT_DATE_YEAR")
