"""Everything a client wrote, newest first, a page at a time: paged by key, so nothing shifts."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Count, Q
from django.utils.functional import cached_property

from homework.models import PracticeEntry
from homework.written import Line, beside_entries, line_of_entry

PAGE = 30


@dataclass
class Week:
    """Seven days from a Monday: what was logged, said, agreed and answered in them."""

    monday: date
    lines: list[Line] = field(default_factory=list)


def monday(day):
    return day - timedelta(days=day.weekday())


def by_week(lines):
    """Newest first. What stands beside the entries of a day comes before them."""
    weeks = {}
    for line in sorted(lines, key=lambda line: line.day, reverse=True):
        start = monday(line.day)
        weeks.setdefault(start, Week(start)).lines.append(line)
    return list(weeks.values())


class History:
    """One page of it. `before` is the id of the entry that the page before ended with."""

    def __init__(self, user, before=None, size=PAGE):
        self.user, self.before, self.size = user, before, size

    @property
    def told(self):
        entries = PracticeEntry.objects.of_client(self.user)
        entries = entries.select_related("assignment", "therapy__lead", "feedback__by")
        return entries.annotate(corrections=Count("wordings"))

    @cached_property
    def found(self):
        """The page's entries and one more, which tells that there is another page."""
        entries = self.told
        if self.last_seen:
            entries = entries.filter(self.older_than(self.last_seen))
        return list(entries.order_by("-practice_date", "-received_at", "-pk")[: self.size + 1])

    @cached_property
    def last_seen(self):
        mine = PracticeEntry.objects.of_client(self.user)
        return mine.filter(pk=self.before).first() if self.before else None

    @staticmethod
    def older_than(entry):
        same_day = Q(practice_date=entry.practice_date)
        same_moment = same_day & Q(received_at=entry.received_at)
        return (
            Q(practice_date__lt=entry.practice_date)
            | same_day & Q(received_at__lt=entry.received_at)
            | same_moment & Q(pk__lt=entry.pk)
        )

    @property
    def entries(self):
        return self.found[: self.size]

    @property
    def next_key(self):
        return self.entries[-1].pk if len(self.found) > self.size else None

    @property
    def begins_before(self):
        return self.last_seen.practice_date if self.last_seen else None

    @property
    def reaches_back_to(self):
        """The earliest day of this page; None where it holds all that is left."""
        return self.entries[-1].practice_date if self.next_key else None

    @cached_property
    def lines(self):
        """The entries, after whatever else belongs between their days."""
        beside = beside_entries(self.user, self.reaches_back_to, self.begins_before)
        return beside + [line_of_entry(entry) for entry in self.entries]

    @property
    def weeks(self):
        return by_week(self.lines)
