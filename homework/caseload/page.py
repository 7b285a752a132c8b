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
from homework.caseload.filters import FILTERS, View
from homework.caseload.line import Line
from homework.models import Attention, ChangeRequest, Flag, HomeworkProposal, KeptView, WeekReport
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
    "attention__momentum",
    "attention__last_entry_on",
    "attention__step_number",
    "attention__step_total",
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


@worded_once
def treated_by(user, covered, now):
    therapies = Therapy.objects.open().treated_by(User(pk=user), covered, now)
    return therapies.select_related("attention", "lead").only(*READ)


@worded_once
def flags_after_end(user):
    """Each for itself: their therapies have ended, and stand in no caseload."""
    waiting = Flag.objects.unanswered().after_end(user)
    return waiting.select_related("therapy", "result", "passed_to").order_by("answer_by")


@worded_once
def kept_by(user):
    return KeptView.objects.of(user)


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
        self.show = View(show)
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

    @property
    def total(self):
        return len(self.lines)

    @cached_property
    def today(self):
        return timezone.localdate()

    @cached_property
    def reports(self):
        """Reports that wait to be read, for the title."""
        return sum(line.attention.unread_reports for line in self.lines)

    @cached_property
    def flags_after_end(self):
        """Answers of therapies that have ended, where somebody has to look."""
        return flags_after_end(user=self.user.pk)

    @cached_property
    def sessions_today(self):
        return len(View("today").passing(self.lines))

    # --- what it is narrowed down to ---

    @cached_property
    def filters(self):
        """The conditions that would show somebody, each with what pressing it leads to."""
        found = []
        for key, (label, _passes) in FILTERS.items():
            current, pressed = key in self.show.keys, self.show.toggled(key)
            count = len((self.show if current else pressed).passing(self.lines))
            if count or current:
                found.append({"view": pressed, "label": label, "count": count, "current": current})
        return found

    @cached_property
    def kept(self):
        """The views this person keeps, each with how many it shows now."""
        views = [View(row.shows) for row in kept_by(user=self.user.pk)]
        return [{"view": view, "count": len(view.passing(self.lines))} for view in views if view]

    @property
    def keeps_this(self):
        return any(each["view"] == self.show for each in self.kept)

    # --- the page ---

    @cached_property
    def chosen(self):
        """Names are encrypted, so they are compared here, over one's own caseload only."""
        wanted = self.name.casefold()
        lines = self.show.passing(self.lines)
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

    def after_client(self, therapy):
        """Who is next in need once this client is seen to; None when nobody else needs a look."""
        asking = [line for line in self.lines if line.group != Attention.Group.NOTHING]
        places = [place for place, line in enumerate(asking) if line.therapy.pk == therapy.pk]
        following = asking[places[0] + 1 :] if places else asking
        return next(iter(following), None)

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
