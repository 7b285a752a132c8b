"""The homework of several plans and what was logged of it: two queries worded by hand.

A year of it is read for one page, and wording the joins took longer than answering them.
"""

from datetime import date

from accounts.ground.worded_rows import WordedRows, hang
from homework.models import Assignment, Decision, EntryFeedback, PracticeEntry

HOMEWORK = WordedRows(
    """
    FROM homework_assignment AS homework
    LEFT JOIN homework_decision AS decision ON decision.assignment_id = homework.id
    WHERE homework.therapy_id = %s AND homework.plan_id = ANY(%s)
    ORDER BY homework.position, homework.id
    """,
    homework=(
        Assignment,
        [
            *("clinic", "therapy", "plan", "step", "insight", "position", "title", "prompts"),
            *("rating_label", "target_kind", "target_count", "target_weekdays", "target_date"),
            *("when", "where", "after_what", "confidence", "withdrawn_at"),
        ],
    ),
    decision=(Decision, ["clinic", "assignment", "choice", "again"]),
)
# What others may know of: the same as PracticeEntryQuerySet.for_staff.
ENTRIES = WordedRows(
    """
    FROM homework_practiceentry AS entry
    LEFT JOIN homework_entryfeedback AS feedback ON feedback.entry_id = entry.id
    LEFT JOIN accounts_user AS answering ON answering.id = feedback.by_id
    WHERE entry.assignment_id = ANY(%s) AND entry.practice_date >= %s
      AND NOT (entry.private AND entry.state = 'not_today')
      AND (entry.withdrawn_at IS NULL OR entry.opened_at IS NOT NULL)
    ORDER BY entry.practice_date, entry.received_at, entry.id
    """,
    entry=(
        PracticeEntry,
        [
            *("clinic", "assignment", "state", "smallest", "received_at", "practice_date"),
            *("private", "where", "with_whom", "difficulty", "before", "after", "obstacle"),
            *("helped", "obstacle_words", "answers", "note", "has_words", "opened_at", "heard_at"),
            *("corrected_at", "withdrawn_at"),
        ],
    ),
    feedback=(EntryFeedback, ["clinic", "entry", "text", "suggestion", "at", "read_at"]),
    beside={"answered_by": "answering.name"},
)


def homework_of(therapy, plans):
    """In their order, each with its decision."""
    rows = HOMEWORK.fetch([therapy.pk, [plan.pk for plan in plans]])
    return [hang(row.homework, decision=row.decision) for row in rows]


def entries_of(homework, since=date.min):
    """Those that others may know of, the earliest first, each with the answer to it."""
    return [entry_in(row) for row in ENTRIES.fetch([[each.pk for each in homework], since])]


def entry_in(row):
    row.entry.answered_by = row.answered_by
    return hang(row.entry, feedback=row.feedback)
