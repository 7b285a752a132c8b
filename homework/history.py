"""Everything a client wrote, newest first, a page at a time: paged by key, so nothing shifts."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Count, Q
from django.utils.functional import cached_property

from homework.models import PracticeEntry, Review

PAGE = 30


@dataclass
class Week:
    """Seven days from a Monday: what was logged and what was answered in them."""

    monday: date
    entries: list = field(default_factory=list)
    reviews: list = field(default_factory=list)


def monday(day):
    return day - timedelta(days=day.weekday())


class History:
    """One page of it. `before` is the id of the entry that the page before ended with."""

    def __init__(self, user, before=None):
        self.user, self.before = user, before

    @cached_property
    def found(self):
        """The page's entries and one more, which tells that there is another page."""
        entries = PracticeEntry.objects.of_client(self.user)
        if self.last_seen:
            entries = entries.filter(self.older_than(self.last_seen))
        return list(
            entries.select_related("assignment", "therapy__lead", "feedback__by")
            .annotate(corrections=Count("wordings"))
            .order_by("-practice_date", "-received_at", "-pk")[: PAGE + 1]
        )

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
        return self.found[:PAGE]

    @property
    def next_key(self):
        return self.entries[-1].pk if len(self.found) > PAGE else None

    @cached_property
    def reviews(self):
        """The answers that belong between the days of this page."""
        reviews = Review.objects.of_client(self.user).select_related("plan", "by")
        if self.last_seen:
            reviews = reviews.filter(finished_at__date__lt=self.last_seen.practice_date)
        if self.next_key:
            reviews = reviews.filter(finished_at__date__gte=self.entries[-1].practice_date)
        return list(reviews.order_by("-finished_at"))

    @cached_property
    def weeks(self):
        weeks = {}
        for entry in self.entries:
            self.week_of(weeks, entry.practice_date).entries.append(entry)
        for review in self.reviews:
            self.week_of(weeks, review.answered_on).reviews.append(review)
        return [weeks[start] for start in sorted(weeks, reverse=True)]

    @staticmethod
    def week_of(weeks, day):
        return weeks.setdefault(monday(day), Week(monday(day)))
