"""What Today says about each therapy of a client: one query, and no words of the record in it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils import timezone

from accounts.ground.planned import Planned
from homework.measures import measure
from homework.models.flag_duty import ON_DUTY

AWAY_IS_SAID = timedelta(days=21)
# Each part is found from the therapy alone, and OFFSET 0 keeps the planner from weighing any other
# order: joined freely, planning it took twice as long and five times as long as answering it.
NEWS = Planned(f"""
SELECT
    therapy.id, lead.name, therapy.ended_at, therapy.paused_at,
    next.starts_at, next.moved_from, (
        SELECT min(session.starts_at) FROM homework_therapysession AS session
        WHERE session.therapy_id = therapy.id AND session.starts_at > %(now)s
          AND session.cancelled_at IS NOT NULL
    ),
    away.starts_on, away.back_on, away.covered_by, (
        SELECT plan.id FROM homework_weekplan AS plan
        WHERE plan.therapy_id = therapy.id AND plan.closed_at IS NULL
          AND plan.agreed_at IS NULL AND plan.proposed_at IS NOT NULL LIMIT 1
    ), (
        SELECT review.id FROM homework_review AS review
        WHERE review.therapy_id = therapy.id
          AND review.finished_at IS NOT NULL AND review.client_read_at IS NULL
        ORDER BY review.finished_at DESC LIMIT 1
    ), (
        SELECT feedback.entry_id FROM homework_entryfeedback AS feedback
        WHERE feedback.therapy_id = therapy.id AND feedback.read_at IS NULL AND (
            SELECT entry.withdrawn_at IS NULL FROM homework_practiceentry AS entry
            WHERE entry.id = feedback.entry_id
        )
        ORDER BY feedback.at DESC LIMIT 1
    ), (
        SELECT proposal.answer FROM homework_homeworkproposal AS proposal
        WHERE proposal.therapy_id = therapy.id
          AND proposal.answered_at IS NOT NULL AND proposal.heard_at IS NULL
        ORDER BY proposal.answered_at DESC LIMIT 1
    ), NOT EXISTS (
        SELECT FROM account_emailaddress AS address
        WHERE address.user_id = therapy.client_id AND address.verified AND address.email = (
            SELECT client.email FROM accounts_user AS client WHERE client.id = therapy.client_id
        )
    ), (
        SELECT json_agg(json_build_array(given.id, given.measure) ORDER BY given.given_at)
        FROM homework_givenmeasure AS given
        WHERE given.therapy_id = therapy.id AND given.stopped_at IS NULL
          AND given.due_on <= %(today)s AND {ON_DUTY.format(clinic="therapy.clinic_id")}
    ), EXISTS (SELECT FROM homework_givenmeasure WHERE therapy_id = therapy.id)
FROM (
    SELECT * FROM accounts_therapy
    WHERE client_id = %(client)s AND accepted_at IS NOT NULL OFFSET 0
) AS therapy
CROSS JOIN LATERAL (
    SELECT name FROM accounts_user WHERE id = therapy.lead_id OFFSET 0
) AS lead
LEFT JOIN LATERAL (
    SELECT session.starts_at, (
        SELECT move.moved_from FROM homework_sessionmove AS move
        WHERE move.session_id = session.id AND move.moved_to = session.starts_at
        ORDER BY move.at DESC LIMIT 1
    ) AS moved_from
    FROM homework_therapysession AS session
    WHERE session.therapy_id = therapy.id AND session.starts_at > %(now)s
      AND session.cancelled_at IS NULL AND session.missed_at IS NULL
    ORDER BY session.starts_at LIMIT 1
) AS next ON true
LEFT JOIN LATERAL (
    SELECT away.starts_on, away.back_on, (
        SELECT cover.name FROM accounts_user AS cover WHERE cover.id = away.covered_by_id
    ) AS covered_by
    FROM accounts_away AS away
    WHERE away.therapist_id = therapy.lead_id AND away.clinic_id = therapy.clinic_id
      AND away.cancelled_at IS NULL
      AND away.back_on > %(today)s AND away.starts_on <= %(soon)s
    ORDER BY away.starts_on LIMIT 1
) AS away ON true
ORDER BY therapy.accepted_at
""")  # noqa: S608


@dataclass(frozen=True)
class TherapyNews:
    """One therapy: who leads it, when they meet next, who is away, and what waits to be read."""

    pk: UUID
    lead_name: str
    ended_at: datetime | None
    paused_at: datetime | None
    next_session_at: datetime | None
    moved_from: datetime | None
    cancelled_ahead: datetime | None
    away_from: date | None
    away_until: date | None
    away_cover: str | None
    plan_waiting: UUID | None
    review_unread: UUID | None
    entry_answered: UUID | None
    proposal_answer: str | None
    # No reminder goes to an address that nobody has proved.
    unproved: bool
    # [[id, key], …] of the measures that are asked now.
    measures_due: list | None
    was_measured: bool

    @property
    def name(self):
        return self.lead_name.split(" ")[0]

    @property
    def asked(self):
        """(id, title) of each measure that is asked now."""
        due = () if self.paused_at else self.measures_due or ()
        return [(pk, measure(key).title) for pk, key in due]

    @property
    def is_open(self):
        return self.ended_at is None

    @classmethod
    def of(cls, client, today):
        """All of a client's therapies, the oldest first."""
        facts = {"client": client.pk, "now": timezone.now(), "today": today}
        return [cls(*row) for row in NEWS.fetch(facts | {"soon": today + AWAY_IS_SAID})]
