"""A week summing itself up for its report: what is shared, and what stays with the client."""

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homework.models import PracticeEntry

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
    def shared(self):
        """What others see with its words."""
        return [entry for entry in self.entries if not entry.private]

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
        said = [ngettext("%(n)d practice", "%(n)d practices", count) % {"n": count}]
        return ", ".join([*said, *self.partly_words(count), *self.kept_words(count)])

    def partly_words(self, count):
        partly = sum(entry.state == PARTLY for entry in self.practised)
        if partly and partly == count == 1:
            yield _("Partly")
        elif partly:
            yield ngettext("one of them Partly", "%(n)d of them Partly", partly) % {"n": partly}

    def kept_words(self, count):
        kept = len(self.kept)
        if kept and kept == count:
            yield _("kept to yourself")
        elif kept:
            yield ngettext("one kept to yourself", "%(n)d kept to yourself", kept) % {"n": kept}


class WeekSum:
    """`plan` comes from `with_week()`."""

    def __init__(self, plan):
        self.plan = plan

    @cached_property
    def works(self):
        return [WorkSum(homework) for homework in self.plan.assignments.all()]

    @property
    def shared(self):
        """Every shared entry of the week, in the order of its days."""
        entries = [(entry, work.homework) for work in self.works for entry in work.shared]
        return sorted(entries, key=lambda pair: (pair[0].practice_date, pair[0].received_at))

    @property
    def kept(self):
        return sum(len(work.kept) for work in self.works)
