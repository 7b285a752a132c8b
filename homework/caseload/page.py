"""One therapist's open therapies in order of need, a page at a time.

Everything comes from the stored attention rows, in one query over one's own caseload. Names are
decrypted for the lines of a page, and what it quotes for it alone.
"""

from collections import defaultdict
from functools import cached_property
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.ground.worded_once import worded_once
from accounts.ground.worded_rows import WordedRows
from accounts.models import AuditEvent, Cover, Therapy, User
from goals.models import Step
from homework.caseload.line import Line
from homework.models import Attention, ChangeRequest, HomeworkProposal, WeekReport
from homework.need.words import QUOTED

A_PAGE = 25
# A search shows all it finds, within reason.
MOST_FOUND = 100
# How many rows one visit works out at most; the tick does the rest.
MOST_REFRESHED = 200
READ = (
    "clinic",
    "client_name",
    "accepted_at",
    "paused_at",
    "ended_at",
    "lead__name",
    "attention__group",
    "attention__rank",
    "attention__reasons",
    "attention__week",
    "attention__next_session_at",
    "attention__unread_reports",
    "attention__unread_notes",
    "attention__stale",
    "attention__next_change_at",
)
GROUPS = [
    (Attention.Group.FIRST, _("Look here first")),
    (Attention.Group.BEFORE_SESSION, _("Before the next session")),
    (Attention.Group.NOTHING, _("Nothing needed")),
]
FILTERS = {
    "": (_("Everyone"), lambda line: True),
    "report": (_("Report to read"), lambda line: line.attention.unread_reports > 0),
    "note": (_("Note to read"), lambda line: line.attention.unread_notes > 0),
    "waiting": (_("Invited or paused"), lambda line: line.therapy.state in ("invited", "paused")),
    "cover": (_("Under cover"), lambda line: line.cover),
}


@worded_once
def treated_by(user, covered, now):
    therapies = Therapy.objects.open().treated_by(User(pk=user), covered, now)
    return therapies.select_related("attention", "lead").only(*READ)


def said_in(model, column):
    """A reader of the words of such rows by their ids, as text."""
    asked = f"FROM {model._meta.db_table} AS said WHERE said.id = ANY(%s)"
    rows = WordedRows(asked, said=(model, ["clinic", column]))
    return lambda ids: {str(row.said.pk): getattr(row.said, column) for row in rows.fetch([ids])}


# What a line can quote.
SAID = {
    "report": said_in(WeekReport, "topics"),
    "request": said_in(ChangeRequest, "text"),
    "proposal": said_in(HomeworkProposal, "title"),
    "step": said_in(Step, "title"),
}


class Caseload:
    """`name` searches, `show` filters, `after` is the key of the line before this page."""

    def __init__(self, user, *, name="", show="", after=None):
        self.user = user
        self.name = name
        self.show = show if show in FILTERS else ""
        self.after = after

    # --- the whole caseload ---

    @cached_property
    def covers(self):
        """What this person covers: read or write by the therapy's id."""
        return Cover.kinds_of(self.user)

    @cached_property
    def lines(self):
        """Everybody in order of need, after what was due has been worked out anew."""
        lines, now = self._read(), timezone.now()
        due = [line.therapy for line in lines if line.is_due(now)][:MOST_REFRESHED]
        if due:
            Attention.refresh(due)
            lines = self._read()
        return sorted((line for line in lines if line.attention), key=lambda line: line.key)

    def _read(self):
        covered = list(self.covers)
        read = treated_by(user=self.user.pk, covered=covered, now=timezone.now())
        return [Line(therapy, self.covers.get(therapy.pk, ""), self) for therapy in read]

    def passing(self, key):
        passes = FILTERS[key][1]
        return [line for line in self.lines if passes(line)]

    @property
    def total(self):
        return len(self.lines)

    @property
    def reports(self):
        """Reports that wait to be read, for the title."""
        return sum(line.attention.unread_reports for line in self.lines)

    @property
    def sessions_today(self):
        today = timezone.localdate()
        return sum(line.session is not None and line.session.date() == today for line in self.lines)

    @cached_property
    def filters(self):
        """The filters that would show somebody, and the chosen one."""
        counts = {key: len(self.passing(key)) for key in FILTERS}
        return [
            {"key": key, "label": label, "count": counts[key], "current": key == self.show}
            for key, (label, _passes) in FILTERS.items()
            if counts[key] or key == self.show
        ]

    # --- the page ---

    @cached_property
    def chosen(self):
        """Names are encrypted, so they are compared here, over one's own caseload only."""
        wanted = self.name.casefold()
        lines = self.passing(self.show)
        return [line for line in lines if wanted in line.name.casefold()] if wanted else lines

    @cached_property
    def page(self):
        """The lines after the key of the page before."""
        lines = [line for line in self.chosen if not self.after or line.key > self.after]
        return lines[: MOST_FOUND if self.name else A_PAGE]

    @property
    def next_key(self):
        """What the next page begins after; empty on the last one."""
        if self.name or not self.page or self.page[-1] is self.chosen[-1]:
            return ""
        return ".".join(str(part) for part in self.page[-1].key)

    @cached_property
    def groups(self):
        """The groups that this page shows a line of: title, count of all pages, lines."""
        grouped = [
            {
                "title": title,
                "id": f"group-{group}",
                "count": sum(line.group == group for line in self.chosen),
                "lines": [line for line in self.page if line.group == group],
            }
            for group, title in GROUPS
        ]
        return [group for group in grouped if group["lines"]]

    @cached_property
    def quotes(self):
        """The words that lines of this page quote, by the id of their row."""
        wanted = defaultdict(list)
        for line in self.page:
            for code, facts in line.attention.reasons:
                if code in QUOTED:
                    wanted[QUOTED[code]].append(UUID(facts[QUOTED[code]]))
        found = (SAID[kind](ids) for kind, ids in wanted.items())
        return {pk: words for each in found for pk, words in each.items()}

    def note_reading(self):
        """Whoever looks has read what the page quotes: one event a therapy, in one insert."""
        quoted = [line.therapy for line in self.page if line.quotes]
        AuditEvent.record_each(self.user, "therapy.quoted", quoted)
