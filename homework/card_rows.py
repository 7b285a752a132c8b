"""What a card prints of a homework, in one query for any number of them.

The database plans a join of eight tables longer than it answers it. Here each table is found
from the one before, and OFFSET 0 keeps the planner from weighing any other order: a third of
the time.
"""

from accounts.ground.worded_rows import WordedRows, hang
from accounts.models import Therapy, User
from goals.models import EndGoal, Step
from homework.models import Assignment, PracticeEntry, WeekPlan
from homework.models.columns import practised_sql, readers_asked, readers_sql

# A card prints a third of what a homework holds; the rest is read where it is asked for.
PARTS = {
    "homework": (
        Assignment,
        [
            *("clinic", "therapy", "plan", "step", "position", "title", "how", "smallest"),
            *("care", "exercise"),
            *("target_kind", "target_count", "target_weekdays", "target_date"),
            *("when", "where", "after_what", "prompts", "rating_label", "withdrawn_at"),
        ],
    ),
    "plan": (
        WeekPlan,
        [
            *("clinic", "therapy", "focus", "starts_on"),
            *("agreed_at", "closed_at", "closed_reason"),
        ],
    ),
    "therapy": (Therapy, ["clinic", "lead", "accepted_at", "ended_at"]),
    "lead": (User, ["name"]),
    "step": (Step, ["clinic", "goal"]),
    "goal": (EndGoal, ["clinic", "title"]),
}
# The words of an entry stay where they are.
ENTRY = (
    PracticeEntry,
    [
        *("clinic", "therapy", "assignment", "state", "practice_date", "private"),
        *("withdrawn_at", "done_at", "received_at", "zone", "difficulty", "helped", "obstacle"),
        "has_words",
    ],
)
AROUND = """
CROSS JOIN LATERAL (
    SELECT * FROM accounts_user AS lead WHERE lead.id = therapy.lead_id OFFSET 0
) AS lead
LEFT JOIN LATERAL (
    SELECT * FROM goals_step AS step WHERE step.id = homework.step_id OFFSET 0
) AS step ON true
LEFT JOIN LATERAL (
    SELECT * FROM goals_endgoal AS goal WHERE goal.id = step.goal_id OFFSET 0
) AS goal ON true
LEFT JOIN LATERAL (
    SELECT count(*) AS total, count(*) FILTER (WHERE stair.position <= step.position) AS place
    FROM goals_step AS stair WHERE stair.goal_id = step.goal_id AND stair.closed_as <> 'let_go'
) AS stairs ON true
"""
BESIDE = {
    "practised": practised_sql("homework"),
    "stairs": "stairs.total",
    "stair": "stairs.place",
}

# Of running plans, and of those that a therapy's end left open.
ON_TODAY = """
FROM accounts_therapy AS therapy
CROSS JOIN LATERAL (
    SELECT * FROM homework_weekplan AS plan
    WHERE plan.therapy_id = therapy.id AND plan.agreed_at IS NOT NULL
      AND (plan.closed_at IS NULL OR plan.closed_reason = 'ended') OFFSET 0
) AS plan
CROSS JOIN LATERAL (
    SELECT * FROM homework_assignment AS homework
    WHERE homework.plan_id = plan.id AND homework.withdrawn_at IS NULL OFFSET 0
) AS homework
"""
# The latest entry of a day; the one that was just sent before all others.
WITH_ENTRY = """
LEFT JOIN LATERAL (
    SELECT * FROM homework_practiceentry AS entry
    WHERE entry.assignment_id = homework.id AND (
        entry.practice_date = %(day)s AND entry.withdrawn_at IS NULL OR entry.id = %(saved)s
    )
    ORDER BY entry.id IS NOT DISTINCT FROM %(saved)s DESC, entry.received_at DESC LIMIT 1
) AS entry ON true
WHERE therapy.client_id = %(client)s AND therapy.accepted_at IS NOT NULL
ORDER BY therapy.accepted_at, plan.agreed_at, homework.position, homework.id
"""
HAS_DRAFT = """EXISTS (
    SELECT FROM accounts_draft AS draft
    WHERE draft.author_id = %(client)s AND draft.form = 'entry' AND draft.subject = entry.id
)"""
HAS_WALK = """EXISTS (
    SELECT FROM accounts_draft AS draft
    WHERE draft.author_id = %(client)s AND draft.form = 'start' AND draft.subject = homework.id
)"""
DAY = WordedRows(
    "".join([ON_TODAY, AROUND, WITH_ENTRY]),
    **PARTS,
    entry=ENTRY,
    beside=BESIDE | {"has_draft": HAS_DRAFT, "has_walk": HAS_WALK},
)

AGREED = """
FROM (SELECT * FROM homework_assignment WHERE id = %s OFFSET 0) AS homework
CROSS JOIN LATERAL (
    SELECT * FROM homework_weekplan AS plan WHERE plan.id = homework.plan_id OFFSET 0
) AS plan
CROSS JOIN LATERAL (
    SELECT * FROM accounts_therapy AS therapy WHERE therapy.id = homework.therapy_id OFFSET 0
) AS therapy
"""
OF_CLIENT = """
WHERE therapy.client_id = %s AND therapy.accepted_at IS NOT NULL AND plan.agreed_at IS NOT NULL
"""
# What a press asks for that leads to another page: no card is printed.
PRESSED = WordedRows(
    "".join([AGREED, OF_CLIENT]),
    homework=PARTS["homework"],
    plan=PARTS["plan"],
    therapy=PARTS["therapy"],
)
READERS = readers_sql("homework.therapy_id")
ONE = WordedRows("".join([AGREED, AROUND, OF_CLIENT]), **PARTS, beside=READERS | BESIDE)


def of_day(user, day, saved=None):
    """[(homework, its entry of that day or None), …] of a client, the oldest plan first.

    `saved` is the id of an entry to be shown whatever its day.
    """
    asked = {"client": user.pk, "day": day, "saved": saved}
    rows = DAY.fetch(asked)
    for row in rows:
        row.homework.has_walk = row.has_walk
    return [(homework_in(row), entry_in(row)) for row in rows]


def homework_of(user, pk):
    """One agreed homework of a client, with those who read about it; None for a stranger's."""
    asked = [value for values in readers_asked().values() for value in values]
    for row in ONE.fetch([*asked, pk, user.pk]):
        homework = homework_in(row)
        for name in READERS:
            setattr(homework, name, getattr(row, name))
        return homework
    return None


def pressed(user, pk):
    """One agreed homework of a client without what only a card prints; None for a stranger's."""
    for row in PRESSED.fetch([pk, user.pk]):
        return hang(row.homework, plan=row.plan, therapy=row.therapy)
    return None


def homework_in(row):
    hang(row.therapy, lead=row.lead)
    if row.step:
        hang(row.step, goal=row.goal)
    homework = hang(row.homework, plan=row.plan, therapy=row.therapy, step=row.step)
    for name in BESIDE:
        setattr(homework, name, getattr(row, name))
    return homework


def entry_in(row):
    if row.entry:
        row.entry.has_draft = row.has_draft
    return row.entry
