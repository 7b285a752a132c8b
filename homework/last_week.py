"""The week that was: what was said about it, and each homework as its therapist may see it."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homework.models import Decision
from homework.progress import DAY, Practice, last_days

SHOWN = 7


class AboutLastWeek:
    """Report and review of the plan `last`, where there is one."""

    @cached_property
    def review(self):
        return getattr(self.last, "review", None)

    @cached_property
    def report(self):
        return getattr(self.last, "report", None)

    @cached_property
    def decisions(self):
        found = Decision.objects.filter(review=self.review) if self.review else []
        return {decision.assignment_id: decision for decision in found}


@dataclass
class Practised:
    """`assignment` comes prefetched with its entries as others may know of them."""

    assignment: object
    starts_on: date
    today: date

    @cached_property
    def entries(self):
        return list(self.assignment.entries.all())

    @property
    def shape(self):
        """Seven days from its start, or the last seven of a longer one: [(day, state)]."""
        last = max(self.today, self.starts_on + DAY * (SHOWN - 1))
        logged = [Practice(self.assignment.pk, e.practice_date, e.state) for e in self.entries]
        return last_days(logged, last, SHOWN)

    @property
    def days(self):
        """The week's shape as states; the days to come are told apart from the empty ones."""
        return [state if state or day <= self.today else "next" for day, state in self.shape]

    @property
    def length(self):
        return (self.today - self.starts_on).days + 1

    def count(self, *states):
        return sum(entry.state in states for entry in self.entries)

    @property
    def words(self):
        """The count in words: it says what was, and never what was lacking."""
        parts = [self.practices, *self.partly, *self.not_today, *self.kept_private]
        return ", ".join(parts)

    @property
    def practices(self):
        done, planned = self.count("done", "partly"), self.assignment.planned_a_week
        if self.length > SHOWN:
            words = ngettext(
                "%(done)d practice in %(days)d days, %(planned)d planned in 7",
                "%(done)d practices in %(days)d days, %(planned)d planned in 7",
                done,
            )
        else:
            words = ngettext(
                "%(done)d practice of %(planned)d planned",
                "%(done)d practices of %(planned)d planned",
                done,
            )
        return words % {"done": done, "days": self.length, "planned": planned}

    @property
    def partly(self):
        if count := self.count("partly"):
            words = ngettext("one of them Partly", "%(count)d of them Partly", count)
            yield words % {"count": count}

    @property
    def not_today(self):
        if count := self.count("not_today"):
            yield ngettext("one Not today", "%(count)d Not today", count) % {"count": count}

    @property
    def kept_private(self):
        if count := sum(entry.private for entry in self.entries):
            yield ngettext("one kept private", "%(count)d kept private", count) % {"count": count}

    @property
    def hindrances(self):
        """What got in the way, in words, each once."""
        codes = [entry for entry in self.entries if entry.obstacle and not entry.private]
        return list(dict.fromkeys(entry.get_obstacle_display() for entry in codes))

    @property
    def words_in_full(self):
        return _("%(title)s: %(words)s") % {"title": self.assignment.title, "words": self.words}
