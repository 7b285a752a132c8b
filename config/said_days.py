"""Days and times in words, put together once for each language: a page names the same few often."""

from functools import lru_cache

from django.utils.formats import date_format, time_format
from django.utils.translation import get_language


def day_in_words(day, form):
    """As Django's date_format; `day` is a date, not a moment."""
    return _in_words(day, form, get_language())


def time_in_words(time, form):
    """As Django's time_format; `time` is one of the clock, without a zone."""
    return _clock_in_words(time, form, get_language())


@lru_cache(maxsize=4096)
def _in_words(day, form, _language):
    return date_format(day, form)


@lru_cache(maxsize=4096)
def _clock_in_words(time, form, _language):
    return time_format(time, form)
