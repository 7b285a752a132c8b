"""One week plan with what became of it: homework, practice, report, review."""

from django.utils.functional import cached_property

from homework.golden_thread.told import Told
from homework.last_week import Practised
from homework.practice_day import practice_date

QUOTES = 3


class Work(Practised):
    """One homework of the week with its entries as others may know of them."""

    @cached_property
    def told(self):
        return [Told(entry) for entry in self.assignment.told]

    @cached_property
    def entries(self):
        """What counts: withdrawn entries are told of, not counted."""
        return [entry for entry in self.assignment.told if entry.withdrawn_at is None]

    @property
    def notes(self):
        """Entries with something to read, the latest first."""
        return [told for told in reversed(self.told) if told.says_something]

    @property
    def has_new(self):
        return any(told.is_new for told in self.told)

    @cached_property
    def news(self):
        """Entries whose words wait to be read, the latest first."""
        return [told for told in reversed(self.told) if told.is_new and told.entry.has_words]

    @property
    def suggestions(self):
        """Changes that were suggested with an answer to an entry, for the hour to decide on."""
        answers = [told.feedback for told in self.told]
        return [answer.suggestion for answer in answers if answer and answer.suggestion]

    @property
    def quotes(self):
        """The latest notes that were read before."""
        known = [told for told in reversed(self.told) if told.is_open and not told.is_new]
        words = [told.entry.note or told.entry.obstacle_words for told in known]
        return [text for text in words if text.strip()][:QUOTES]


class Week:
    """`plan` comes with its assignments in `homework`, each with its entries in `told`."""

    def __init__(self, plan, today, zone):
        self.plan = plan
        self.until = practice_date(plan.closed_at, zone) if plan.closed_at else today

    @cached_property
    def works(self):
        return [Work(each, self.plan.starts_on, self.until) for each in self.plan.homework]

    @property
    def report(self):
        return getattr(self.plan, "report", None)

    @cached_property
    def report_is_new(self):
        """Asked before the look is noted."""
        return self.report is not None and self.report.read_at is None

    @property
    def review(self):
        """The answer, once its therapist has finished it."""
        review = getattr(self.plan, "review", None)
        return review if review and review.finished_at else None

    @property
    def decisions(self):
        """(homework, what was decided) of the finished review."""
        decided = ((each, getattr(each, "decision", None)) for each in self.plan.homework)
        return [(each, found) for each, found in decided if found and self.review]

    @property
    def practices(self):
        return sum(work.count("done", "partly") for work in self.works)

    @cached_property
    def has_new(self):
        """Whether anything in it has not been opened before."""
        return self.report_is_new or any(work.has_new for work in self.works)
