"""What pages print beside a row, as SQL: the ORM took 25 ms to word the same subqueries anew
for each page, the database takes one to answer them.

`therapy` is the SQL of the outer row's key to its therapy.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.expressions import RawSQL
from django.utils import timezone

# Done and Partly, shared or private. It only rises.
PRACTISED = """(
    SELECT count(*) FROM homework_practiceentry AS entry
    WHERE entry.assignment_id = homework_assignment.id
      AND entry.withdrawn_at IS NULL AND entry.state <> 'not_today'
)"""
# The steps of the homework's goal that were not let go, and those up to its own.
STAIRS = """(
    SELECT count(*) FROM goals_step AS own JOIN goals_step AS step USING (goal_id)
    WHERE own.id = homework_assignment.step_id AND step.closed_as <> 'let_go'
)"""
STAIR = STAIRS[:-1] + " AND step.position <= own.position)"

HAS_DRAFT = """EXISTS (
    SELECT FROM accounts_draft AS draft
    WHERE draft.author_id = %s AND draft.form = 'entry'
      AND draft.subject = homework_practiceentry.id
)"""
NEXT_SESSION = """(
    SELECT min(session.starts_at) FROM homework_therapysession AS session
    WHERE session.therapy_id = {therapy} AND session.starts_at > %s
      AND session.cancelled_at IS NULL AND session.missed_at IS NULL
)"""
# Who may read along for now, as long as they work at the clinic.
COVERING = """ARRAY(
    SELECT DISTINCT person.name
    FROM accounts_cover AS cover JOIN accounts_user AS person ON person.id = cover.therapist_id
    WHERE cover.therapy_id = {therapy}
      AND cover.starts_at <= %s AND cover.ends_at > %s AND cover.ended_at IS NULL
      AND EXISTS (
          SELECT FROM accounts_membership AS membership
          WHERE membership.clinic_id = cover.clinic_id AND membership.user_id = person.id
            AND membership.ended_at IS NULL AND membership.is_therapist
      )
    ORDER BY person.name
)"""


def column(sql, kind, *params):
    return RawSQL(sql, params, output_field=kind)  # noqa: S611 - our own text, values as params


def practised():
    return column(PRACTISED, models.IntegerField())


def stairs():
    """How many steps there are, and which of them the homework serves."""
    return {
        "stairs": column(STAIRS, models.IntegerField()),
        "stair": column(STAIR, models.IntegerField()),
    }


def has_draft(author):
    """Whether its author has begun to say more about an entry."""
    return column(HAS_DRAFT, models.BooleanField(), author.pk)


def readers(therapy):
    """Who reads what is written about it, and when they meet next."""
    now = timezone.now()
    session, covering = NEXT_SESSION.format(therapy=therapy), COVERING.format(therapy=therapy)
    return {
        "next_session_at": column(session, models.DateTimeField(), now),
        "cover_names": column(covering, ArrayField(models.TextField()), now, now),
    }
