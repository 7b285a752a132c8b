"""A week summing itself up for its report: what is shared, and what stays with the client."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homework.models import PracticeEntry
from homework.said import said

NOT_TODAY = PracticeEntry.State.NOT_TODAY
PARTLY = PracticeEntry.State.PARTLY


class WorkSum:
    """One homework of the week. `homework` comes with its standing entries."""

    def __init__(self, homework):
        self.homework = homework

    @cached_property
    def entries(self):
        return list(self.homework.entries.all())

    @property
    def kept(self):
        """Practices of which others see only that they happened."""
        return [entry for entry in self.practised if entry.private]

    @property
    def practised(self):
        return [entry for entry in self.entries if entry.state != NOT_TODAY]

    @property
    def planned(self):
        planned = self.homework.planned_a_week
        return planned if len(self.practised) <= planned else 0

    @property
    def words(self):
        """3 practices, one of them Partly, one kept to yourself."""
        count = len(self.practised)
        if not count:
            return _("No practice written down yet")
        said = [ngettext("%(count)d practice", "%(count)d practices", count) % {"count": count}]
        return ", ".join([*said, *self.partly_words(count), *self.kept_words(count)])

    def partly_words(self, count):
        partly = sum(entry.state == PARTLY for entry in self.practised)
        if partly and partly == count == 1:
            yield _("Partly")
        elif partly:
            words = ngettext("one of them Partly", "%(count)d of them Partly", partly)
            yield words % {"count": partly}

    def kept_words(self, count):
        kept = len(self.kept)
        if kept and kept == count:
            yield _("kept to yourself")
        elif kept:
            words = ngettext("one kept to yourself", "%(count)d kept to yourself", kept)
            yield words % {"count": kept}


@dataclass(frozen=True)
class Told:
    """One entry as others see it: with its words, only that it happened, or not at all."""

    entry: PracticeEntry
    homework: Any

    @property
    def is_unseen(self):
        return self.entry.private and self.entry.state == NOT_TODAY

    @property
    def words(self):
        return [] if self.entry.private else said(self.entry, self.homework)


class WeekSum:
    """`plan` comes from `with_week()`."""

    def __init__(self, plan):
        self.plan = plan

    @cached_property
    def works(self):
        return [WorkSum(homework) for homework in self.plan.assignments.all()]

    @cached_property
    def told(self):
        """Every entry of the week in the order of its days, with what others see of it."""
        told = [Told(entry, work.homework) for work in self.works for entry in work.entries]
        return sorted(told, key=lambda each: (each.entry.practice_date, each.entry.received_at))

    @property
    def seen(self):
        """How many of them others know of at all."""
        return sum(not each.is_unseen for each in self.told)
