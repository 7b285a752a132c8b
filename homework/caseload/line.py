"""One line of the caseload: who, why, the last seven days, the next session."""

import re

from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from config.addresses import address
from config.said_days import time_in_words
from homework.dates import next_day, spoken_day
from homework.models import Attention
from homework.need.words import QUOTED, line

# The first reason, and one more: a line stays a line.
SHOWN = 2
# A question or a call, by itself or as a quote, ends its sentence.
ENDED = re.compile("([?!][”“»]?)[.] ")


class Line:
    """`cover` is read or write where somebody else leads; `caseload` has the page's quotes."""

    def __init__(self, therapy, cover, caseload):
        self.therapy = therapy
        self.attention = getattr(therapy, "attention", None)
        self.cover = cover
        self.caseload = caseload

    # --- its place ---

    def is_due(self, now):
        """Whether its attention row is lacking, marked, or due by time."""
        row = self.attention
        return not row or row.stale or bool(row.next_change_at and row.next_change_at <= now)

    @property
    def key(self):
        return self.attention.group, self.attention.rank, self.therapy.pk

    @property
    def group(self):
        return self.attention.group

    @cached_property
    def codes(self):
        return {code for code, _facts in self.attention.reasons}

    @property
    def look(self):
        return self.group == Attention.Group.FIRST

    # --- its words ---

    @cached_property
    def name(self):
        return self.therapy.client_name

    @property
    def url(self):
        return address("client-page", self.therapy.pk)

    @property
    def review_url(self):
        """Where the next hour is prepared, for those who may write."""
        may_write = self.therapy.state in ("active", "paused") and self.cover != "read"
        return f"{self.url}review/" if may_write else ""

    @property
    def shown(self):
        return self.attention.reasons[:SHOWN]

    @cached_property
    def reasons(self):
        return [line(code, facts, self.caseload.quotes) for code, facts in self.shown]

    @property
    def quotes(self):
        """Whether it shows something of the client's own words."""
        rows = [facts.get(QUOTED.get(code)) for code, facts in self.shown]
        return any(self.caseload.quotes.get(row) for row in rows)

    @property
    def strong(self):
        return self.reasons[0].strong if self.reasons else ""

    @property
    def why(self):
        """The first reason after its strong words; then the next, and whose client it is."""
        sentences = [each.text for each in self.reasons[:1]]
        sentences += [f"{each.strong} {each.text}".strip() for each in self.reasons[1:]]
        return ENDED.sub(r"\1 ", ". ".join(filter(None, [*sentences, self.whose])))

    @property
    def whose(self):
        """Whose client it is, where one only stands in or reads along."""
        if not self.cover:
            return ""
        words = {"name": self.therapy.lead.name}
        if self.cover == "write":
            return _("You stand in for %(name)s") % words
        return _("You read along with %(name)s") % words

    # --- its days ---

    @property
    def days(self):
        """The shapes of the last seven days; none before there could be any."""
        if self.therapy.state != "active":
            return []
        return [state for _day, state in self.attention.week]

    @property
    def how(self):
        """How it stands, in numbers: the step of now, practice lately, the last entry."""
        return " · ".join(self._how()) if self.therapy.state == "active" else ""

    def _how(self):
        row = self.attention
        if row.step_number:
            stairs = {"number": row.step_number, "total": row.step_total}
            yield _("Step %(number)d of %(total)d") % stairs
        if row.momentum is not None:
            yield _("%(share)d%% of the plan lately") % {"share": round(100 * row.momentum)}
        if row.last_entry_on and not self.tells_silence:
            yield _("last entry %(day)s") % {
                "day": spoken_day(row.last_entry_on, self.caseload.today)
            }

    @property
    def tells_silence(self):
        """Whether its reasons say already when something was logged last."""
        return any(code in ("stalled", "quiet") for code, _facts in self.shown)

    @cached_property
    def session(self):
        """When the next one begins, by the reader's clock."""
        at = self.attention.next_session_at
        return at and timezone.localtime(at)

    @property
    def meets_today(self):
        return self.session is not None and self.session.date() == self.caseload.today

    @property
    def next_day(self):
        return self.session and next_day(self.session.date(), self.caseload.today)

    @property
    def next_time(self):
        return self.session and time_in_words(self.session.time(), "H:i")
