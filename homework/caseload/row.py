"""A caseload without a word: what counting, filtering and ordering need of each therapy."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext_lazy as _


class Row(NamedTuple):
    """One therapy with the columns of its attention row."""

    pk: UUID
    clinic_id: UUID
    lead_id: UUID
    accepted_at: datetime | None
    paused_at: datetime | None
    group: int
    rank: int
    reports: int
    notes: int
    next_session_at: datetime | None
    stale: bool
    next_change_at: datetime | None

    @property
    def key(self):
        return self.group, self.rank, self.pk

    def is_due(self, now):
        """Whether its attention row is lacking, marked, or due by time."""
        lacking = self.group is None
        return lacking or self.stale or bool(self.next_change_at and self.next_change_at <= now)


COLUMNS = (
    "pk",
    "clinic_id",
    "lead_id",
    "accepted_at",
    "paused_at",
    "attention__group",
    "attention__rank",
    "attention__unread_reports",
    "attention__unread_notes",
    "attention__next_session_at",
    "attention__stale",
    "attention__next_change_at",
)
FILTERS = {
    "": (_("Everyone"), lambda row, user: True),
    "report": (_("Report to read"), lambda row, user: row.reports > 0),
    "note": (_("Note to read"), lambda row, user: row.notes > 0),
    "waiting": (_("Invited or paused"), lambda row, user: not row.accepted_at or row.paused_at),
    "cover": (_("Under cover"), lambda row, user: row.lead_id != user.pk),
}
