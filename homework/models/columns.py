"""What pages print beside a row, as SQL: the ORM took 25 ms to word the same subqueries anew
for each page, the database takes one to answer them.

`therapy` is the SQL of the outer row's key to its therapy.
"""

from django.db import models
from django.utils import timezone

from accounts.ground import RowSQL
from accounts.models.cover import COVERING, NAMES

# Done and Partly, shared or private. It only rises.
PRACTISED = """(
    SELECT count(*) FROM homework_practiceentry AS entry
    WHERE entry.assignment_id = {homework}.id
      AND entry.withdrawn_at IS NULL AND entry.state <> 'not_today'
)"""
# The steps of the homework's goal that were not let go, and those up to its own.
STAIRS = """(
    SELECT count(*) FROM goals_step AS own JOIN goals_step AS step USING (goal_id)
    WHERE own.id = homework_assignment.step_id AND step.closed_as <> 'let_go'
)"""
STAIR = STAIRS[:-1] + " AND step.position <= own.position)"

NEXT_SESSION = """(
    SELECT min(session.starts_at) FROM homework_therapysession AS session
    WHERE session.therapy_id = {therapy} AND session.starts_at > %s
      AND session.cancelled_at IS NULL AND session.missed_at IS NULL
)"""
# The day on which whoever leads is back, where nobody stands in meanwhile.
AWAY_UNTIL = """(
    SELECT max(away.back_on)
    FROM accounts_away AS away JOIN accounts_therapy AS led
        ON led.lead_id = away.therapist_id AND led.clinic_id = away.clinic_id
    WHERE led.id = {therapy} AND away.cancelled_at IS NULL
      AND away.starts_on <= %s AND away.back_on > %s
      AND NOT EXISTS (
          SELECT FROM accounts_cover AS cover
          WHERE cover.therapy_id = led.id AND cover.kind = 'write'
            AND cover.starts_at <= %s AND cover.ends_at > %s AND cover.ended_at IS NULL
      )
)"""


HOMEWORK = "homework_assignment"
# In the order of readers_sql.
READERS = models.DateTimeField(), NAMES, models.DateField()


def practised_sql(homework):
    return PRACTISED.format(homework=homework)


def practised():
    return RowSQL(HOMEWORK, practised_sql(HOMEWORK), (), models.IntegerField())


def stairs():
    """How many steps there are, and which of them the homework serves."""
    return {
        "stairs": RowSQL(HOMEWORK, STAIRS, (), models.IntegerField()),
        "stair": RowSQL(HOMEWORK, STAIR, (), models.IntegerField()),
    }


def readers(therapy):
    """Who reads what is written about it, and when they meet next."""
    table, asked = therapy.split(".")[0], readers_asked()
    return {
        name: RowSQL(table, sql, asked[name], kind)
        for (name, sql), kind in zip(readers_sql(therapy).items(), READERS, strict=True)
    }


def readers_sql(therapy):
    return {
        "next_session_at": NEXT_SESSION.format(therapy=therapy),
        "cover_names": COVERING.format(therapy=therapy),
        "away_until": AWAY_UNTIL.format(therapy=therapy),
    }


def readers_asked():
    """What each of them is asked with, now."""
    now, today = timezone.now(), timezone.localdate()
    return {
        "next_session_at": (now,),
        "cover_names": (now, now),
        "away_until": (today, today, now, now),
    }
