"""Seven days as shapes, and the same in words for people who do not see them."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

SHAPES = {"done": "done", "partly": "part", "not_today": "not", "next": "next"}


def shapes(days):
    return [SHAPES.get(day, "none") for day in days]


def in_words(days):
    """Counts of practice only; a day that was not logged is not mentioned."""
    partly, not_today = days.count("partly"), days.count("not_today")
    practised = days.count("done") + partly
    if not practised + not_today:
        return _("Nothing logged yet")
    words = [(ngettext("%(count)d practice", "%(count)d practices", practised), practised)]
    if partly:
        words.append((ngettext("one of them Partly", "%(count)d of them Partly", partly), partly))
    if not_today:
        words.append((ngettext("one Not today", "%(count)d Not today", not_today), not_today))
    return ", ".join(phrase % {"count": count} for phrase, count in words)
