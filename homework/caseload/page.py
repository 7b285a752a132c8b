"""One therapist's open therapies in order of need, a page at a time.

Everything comes from the stored attention rows: counts and order from light rows of the whole
caseload, and only the page itself is read in full. What it quotes is decrypted for it alone.
"""

from functools import cached_property

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Cover, Therapy
from goals.models import Step
from homework.caseload.line import Line
from homework.caseload.row import COLUMNS, FILTERS, Row
from homework.models import Attention, ChangeRequest, WeekReport
from homework.need.words import QUOTED

A_PAGE = 25
# A search shows all it finds, within reason.
MOST_FOUND = 100
# How many rows one visit works out at most; the tick does the rest.
MOST_REFRESHED = 200
SHOWN = (
    "clinic",
    "client_name",
    "accepted_at",
    "paused_at",
    "ended_at",
    "lead__name",
    "attention__group",
    "attention__reasons",
    "attention__week",
    "attention__next_session_at",
)
GROUPS = [
    (Attention.Group.FIRST, _("Look here first")),
    (Attention.Group.BEFORE_SESSION, _("Before the next session")),
    (Attention.Group.NOTHING, _("Nothing needed")),
]


class Caseload:
    """`name` searches, `show` filters, `after` is the key of the line before this page."""

    def __init__(self, user, *, name="", show="", after=None):
        self.user = user
        self.name = name
        self.show = show if show in FILTERS else ""
        self.after = after

    # --- the whole caseload, in numbers ---

    @cached_property
    def covers(self):
        """Which therapies are under this person's cover: read or write by the therapy's id."""
        return Cover.objects.kinds_of(self.user)

    @property
    def therapies(self):
        return Therapy.objects.open().treated_by(self.user, self.covers)

    @cached_property
    def rows(self):
        """Everybody in order of need, after what was due has been worked out anew."""
        rows, now = self._read(), timezone.now()
        due = [row for row in rows if row.is_due(now)][:MOST_REFRESHED]
        if due:
            Attention.refresh(due)
            rows = self._read()
        return sorted((row for row in rows if row.group), key=lambda row: row.key)

    def _read(self):
        return [Row(*row) for row in self.therapies.values_list(*COLUMNS)]

    def passing(self, key):
        passes = FILTERS[key][1]
        return [row for row in self.rows if passes(row, self.user)]

    @property
    def total(self):
        return len(self.rows)

    @property
    def reports(self):
        """Reports that wait to be read, for the title."""
        return sum(row.reports for row in self.rows)

    @property
    def sessions_today(self):
        today = timezone.localdate()
        ahead = (row.next_session_at for row in self.rows if row.next_session_at)
        return sum(timezone.localtime(at).date() == today for at in ahead)

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
        rows = self.passing(self.show)
        if not self.name:
            return rows
        wanted = self.name.casefold()
        named = self.therapies.only("clinic", "client_name")
        found = {each.pk for each in named if wanted in each.client_name.casefold()}
        return [row for row in rows if row.pk in found]

    @cached_property
    def page(self):
        """The rows of this page: those after the key of the page before."""
        rows = [row for row in self.chosen if not self.after or row.key > self.after]
        return rows[: MOST_FOUND if self.name else A_PAGE]

    @property
    def next_key(self):
        """What the next page begins after; empty on the last one."""
        if self.name or not self.page or self.page[-1] is self.chosen[-1]:
            return ""
        return ".".join(str(part) for part in self.page[-1].key)

    @cached_property
    def shown(self):
        """The therapies of this page in full, in its order."""
        found = self.therapies.select_related("attention", "lead").only(*SHOWN)
        by_id = found.in_bulk([row.pk for row in self.page])
        return [by_id[row.pk] for row in self.page if row.pk in by_id]

    @cached_property
    def groups(self):
        """The groups that this page shows a line of: title, count of all pages, lines."""
        lines = [Line(each, self.covers.get(each.pk, ""), self.quotes) for each in self.shown]
        grouped = [
            {
                "title": title,
                "id": f"group-{group}",
                "count": sum(row.group == group for row in self.chosen),
                "lines": [line for line in lines if line.group == group],
            }
            for group, title in GROUPS
        ]
        return [group for group in grouped if group["lines"]]

    @cached_property
    def quotes(self):
        """The words that lines of this page quote, by the id of their row."""
        wanted = {"report": [], "request": [], "step": []}
        for therapy in self.shown:
            for code, facts in therapy.attention.reasons:
                if code in QUOTED:
                    wanted[QUOTED[code]].append(facts[QUOTED[code]])
        return (
            words_of(WeekReport, wanted["report"], "topics")
            | words_of(ChangeRequest, wanted["request"], "text")
            | words_of(Step, wanted["step"], "title")
        )


def words_of(model, ids, column):
    rows = model.objects.filter(pk__in=ids).only("clinic", column) if ids else ()
    return {str(row.pk): getattr(row, column) for row in rows}
