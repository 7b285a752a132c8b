"""One therapist's open therapies in order of need, a page at a time.

Everything comes from the stored attention rows; only what this page quotes is decrypted.
"""

from functools import cached_property

from django.db.models import Count, F, Q, Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Therapy
from goals.models import Step
from homework.attention import due_now
from homework.caseload_line import CaseloadLine
from homework.models import Attention, ChangeRequest, WeekReport
from homework.need.words import QUOTED

A_PAGE = 25
# A search shows all it finds, within reason.
MOST_FOUND = 100
# How many rows one visit works out at most; the tick does the rest.
MOST_REFRESHED = 200
GROUPS = [
    (Attention.Group.FIRST, _("Look here first")),
    (Attention.Group.BEFORE_SESSION, _("Before the next session")),
    (Attention.Group.NOTHING, _("Nothing needed")),
]
FILTERS = {
    "": (_("Everyone"), Q()),
    "report": (_("Report to read"), Q(attention__unread_reports__gt=0)),
    "note": (_("Note to read"), Q(attention__unread_notes__gt=0)),
    "waiting": (_("Invited or paused"), Q(accepted_at=None) | Q(paused_at__isnull=False)),
    "cover": (_("Under cover"), ~Q(access="lead")),
}
ORDER = ("attention__group", "attention__rank", "pk")


class Caseload:
    """`name` searches, `show` filters, `after` is the key of the line before this page."""

    def __init__(self, user, *, name="", show="", after=None):
        self.user = user
        self.name = name
        self.show = show if show in FILTERS else ""
        self.after = after

    @cached_property
    def therapies(self):
        return Therapy.objects.open().treated_by(self.user)

    # --- numbers ---

    def _counted(self):
        today = timezone.localdate()
        numbers = {
            f"show_{key}": Count("pk", filter=rule) if key else Count("pk")
            for key, (_label, rule) in FILTERS.items()
        }
        chosen = FILTERS[self.show][1] & self.found
        groups = {
            f"group_{group}": Count("pk", filter=chosen & Q(attention__group=group))
            for group, _title in GROUPS
        }
        return self.therapies.aggregate(
            **numbers,
            **groups,
            due=Count("pk", filter=due_now()),
            reports=Sum("attention__unread_reports", default=0),
            today=Count("pk", filter=Q(attention__next_session_at__date=today)),
        )

    @cached_property
    def numbers(self):
        """Counts over the whole caseload, after what was due has been worked out anew."""
        numbers = self._counted()
        if numbers["due"]:
            due = self.therapies.filter(due_now()).order_by("attention__next_change_at", "pk")
            Attention.refresh(due.only("clinic")[:MOST_REFRESHED])
            numbers = self._counted()
        return numbers

    @property
    def total(self):
        return self.numbers["show_"]

    @property
    def filters(self):
        """The filters that would show somebody, and the chosen one."""
        return [
            {"key": key, "label": label, "count": count, "current": key == self.show}
            for key, (label, _rule) in FILTERS.items()
            if (count := self.numbers[f"show_{key}"]) or key == self.show
        ]

    # --- the page ---

    @cached_property
    def found(self):
        """Names are encrypted, so they are compared here, over one's own caseload only."""
        if not self.name:
            return Q()
        wanted = self.name.casefold()
        named = self.therapies.only("clinic", "client_name")
        return Q(pk__in=[each.pk for each in named if wanted in each.client_name.casefold()])

    @cached_property
    def _rows(self):
        """One line more than the page has: whether there is a next page."""
        self.numbers  # noqa: B018 - what is due is worked out before anything is read
        rows = self.therapies.filter(FILTERS[self.show][1], self.found)
        rows = rows.annotate(lead_name=F("lead__name"))
        if self.after:
            rows = rows.filter(beyond(self.after))
        most = MOST_FOUND if self.name else A_PAGE
        return list(rows.select_related("attention").order_by(*ORDER)[: most + 1])

    @property
    def page(self):
        return self._rows[: MOST_FOUND if self.name else A_PAGE]

    @property
    def next_key(self):
        """What the next page begins after; empty on the last one."""
        if self.name or len(self._rows) <= A_PAGE:
            return ""
        last = self.page[-1]
        return f"{last.attention.group}.{last.attention.rank}.{last.pk}"

    @cached_property
    def groups(self):
        """The groups that this page shows a line of: title, count of all pages, lines."""
        lines = [CaseloadLine(therapy, self.quotes) for therapy in self.page]
        grouped = [
            {
                "title": title,
                "id": f"group-{group}",
                "count": self.numbers[f"group_{group}"],
                "lines": [line for line in lines if line.group == group],
            }
            for group, title in GROUPS
        ]
        return [group for group in grouped if group["lines"]]

    @cached_property
    def quotes(self):
        """The words that lines of this page quote, by the id of their row."""
        wanted = {"report": [], "request": [], "step": []}
        for therapy in self.page:
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


def beyond(key):
    """Lines after a key in the order of need."""
    group, rank, pk = key
    in_group = Q(attention__rank__gt=rank) | Q(attention__rank=rank, pk__gt=pk)
    return Q(attention__group__gt=group) | Q(attention__group=group) & in_group
