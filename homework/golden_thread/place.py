"""Where a therapy stands for the one who looks: who leads, which session is next, whose cover."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from accounts.ground.planned import Planned
from accounts.models.cover import TOLD_FOR
from accounts.models.therapy_about import NOTE_SHOWN_FOR

# By hand: building the same from querysets took a fifth of the page's time.
PLACE = Planned("""
SELECT lead.name, term.started_at,
    (SELECT count(*) FROM homework_therapysession
     WHERE therapy_id = therapy.id AND starts_at <= %(now)s
       AND cancelled_at IS NULL AND missed_at IS NULL),
    (SELECT min(starts_at) FROM homework_therapysession
     WHERE therapy_id = therapy.id AND starts_at > %(now)s
       AND cancelled_at IS NULL AND missed_at IS NULL),
    (SELECT count(*) FROM homework_practiceentry
     WHERE therapy_id = therapy.id AND has_words AND NOT private
       AND heard_at IS NULL AND withdrawn_at IS NULL),
    EXISTS (SELECT FROM homework_homeworkproposal
            WHERE therapy_id = therapy.id AND withdrawn_at IS NULL AND answered_at IS NULL),
    EXISTS (SELECT FROM homework_measureresult WHERE therapy_id = therapy.id),
    EXISTS (SELECT FROM homework_flag WHERE therapy_id = therapy.id AND answered_at IS NULL),
    cover.ends_at, cover.break_glass,
    -- What only a lead is told: their record was opened in an emergency, or handed over to them.
    EXISTS (SELECT FROM accounts_cover
            WHERE therapy_id = therapy.id AND break_glass AND starts_at > %(told_since)s)
    OR term.started_at > %(handed_since)s AND EXISTS (
        SELECT FROM accounts_therapistterm AS before
        WHERE before.therapy_id = therapy.id AND before.ended_at IS NOT NULL)
FROM accounts_therapy AS therapy
JOIN accounts_user AS lead ON lead.id = therapy.lead_id
LEFT JOIN accounts_therapistterm AS term
    ON term.therapy_id = therapy.id AND term.ended_at IS NULL
LEFT JOIN LATERAL (
    SELECT ends_at, break_glass FROM accounts_cover
    WHERE therapy_id = therapy.id AND therapist_id = %(user)s AND kind = %(access)s
      AND starts_at <= %(now)s AND ends_at > %(now)s AND ended_at IS NULL
    ORDER BY ends_at DESC LIMIT 1
) AS cover ON true
WHERE therapy.id = %(therapy)s
""")


@dataclass(frozen=True)
class Place:
    lead: str
    lead_since: datetime
    held: int
    next_session_at: datetime | None
    unread: int
    has_proposals: bool
    has_measures: bool
    has_flags: bool
    cover_ends_at: datetime | None
    glass_broken: bool | None
    has_news_for_lead: bool

    @property
    def next_number(self):
        return self.held + 1


def place_of(therapy, user):
    """One query for all of it; `therapy` has the access of `user`."""
    now = timezone.now()
    asked = {"therapy": therapy.pk, "user": user.pk, "access": therapy.access, "now": now}
    since = {"told_since": now - TOLD_FOR, "handed_since": now - NOTE_SHOWN_FOR}
    (told,) = PLACE.fetch(asked | since)
    return Place(*told)
