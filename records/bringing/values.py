"""Single values of a file, none of them trusted: each is what it should be, or a problem."""

from datetime import datetime

from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

MOST_ROWS = 1000
# In all lists together: written, or printed, each of them.
MOST_IN_ALL = 40_000
TOO_LARGE = gettext_lazy("This file is too large to be a copy from Midweek.")


class Refused(Exception):
    """`problems`: what is wrong, each with its place in the file."""

    def __init__(self, *problems):
        super().__init__("; ".join(map(str, problems)))
        self.problems = list(problems)


def code_of(choice):
    code = choice.get("code") if isinstance(choice, dict) else None
    return code if isinstance(code, str) else None


class Values:
    """`problems`: what could not be read, with its place in the file."""

    def __init__(self):
        self.problems, self.count = [], 0

    def wrong(self, place, instead):
        self.problems.append(_("%(place)s: this cannot be read.") % {"place": place})
        return instead

    def rows(self, row, name, place):
        found = row.get(name, [])
        if not isinstance(found, list) or len(found) > MOST_ROWS:
            return self.wrong(place, [])
        if not all(isinstance(each, dict) for each in found):
            return self.wrong(place, [])
        self.count += len(found)
        if self.count > MOST_IN_ALL:
            raise Refused(TOO_LARGE)
        return found

    def text(self, row, name, place, longest, needed=False):
        found = row.get(name)
        found = "" if found is None else found
        if not isinstance(found, str) or len(found) > longest or (needed and not found.strip()):
            return self.wrong(f"{place}.{name}", "")
        return found

    def number(self, row, name, place, most):
        found = row.get(name)
        if type(found) is not int or not 0 <= found <= most:
            return self.wrong(f"{place}.{name}", 0)
        return found

    def code(self, row, name, place, choices):
        found = row.get(name)
        if found is None:
            return ""
        code = code_of(found)
        return code if code in choices.values else self.wrong(f"{place}.{name}", "")

    def day(self, row, name, place):
        """ISO, or nothing."""
        found = row.get(name)
        if found is None:
            return None
        try:
            day = parse_date(found) or parse_datetime(found)
        except (TypeError, ValueError):
            day = None
        if day is None:
            return self.wrong(f"{place}.{name}", None)
        return (day.date() if isinstance(day, datetime) else day).isoformat()
