"""One line of the caseload: who, why, the last seven days, the next session."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from homework.dates import next_day
from homework.models import Attention
from homework.need.words import line

# The first reason, and one more: a line stays a line.
SHOWN = 2


class Line:
    """`cover` is read or write where somebody else leads; `quotes` as the page has them."""

    def __init__(self, therapy, cover, quotes):
        self.therapy = therapy
        self.attention = therapy.attention
        self.cover = cover
        self.quotes = quotes

    @property
    def name(self):
        return self.therapy.client_name

    @property
    def group(self):
        return self.attention.group

    @property
    def look(self):
        return self.group == Attention.Group.FIRST

    @cached_property
    def reasons(self):
        shown = self.attention.reasons[:SHOWN]
        return [line(code, facts, self.quotes) for code, facts in shown]

    @property
    def strong(self):
        return self.reasons[0].strong if self.reasons else ""

    @property
    def why(self):
        """The first reason after its strong words; then the next, and whose client it is."""
        sentences = [each.text for each in self.reasons[:1]]
        sentences += [f"{each.strong} {each.text}".strip() for each in self.reasons[1:]]
        return ". ".join(filter(None, [*sentences, self.whose]))

    @property
    def whose(self):
        """Whose client it is, where one only stands in or reads along."""
        words = {"name": self.therapy.lead.name}
        if not self.cover:
            return ""
        if self.cover == "write":
            return _("You stand in for %(name)s") % words
        return _("You read along with %(name)s") % words

    @property
    def days(self):
        """The shapes of the last seven days; none before there could be any."""
        if self.therapy.state != "active":
            return []
        return [state for _day, state in self.attention.week]

    @property
    def next_day(self):
        at = self.attention.next_session_at
        return at and next_day(timezone.localtime(at).date())

    @property
    def next_time(self):
        at = self.attention.next_session_at
        return at and date_format(timezone.localtime(at), "H:i")
