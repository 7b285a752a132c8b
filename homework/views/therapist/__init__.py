from homework.views.therapist.away import away, away_cancellation
from homework.views.therapist.caseload import caseload, caseload_ended
from homework.views.therapist.client import client_history, client_page, entry_feedback
from homework.views.therapist.library import (
    exercise,
    exercise_copy,
    exercise_edit,
    exercise_new,
    exercise_retirement,
    library,
)
from homework.views.therapist.open_record import colleagues_records, open_record

__all__ = [
    "away",
    "away_cancellation",
    "caseload",
    "caseload_ended",
    "client_history",
    "client_page",
    "colleagues_records",
    "entry_feedback",
    "exercise",
    "exercise_copy",
    "exercise_edit",
    "exercise_new",
    "exercise_retirement",
    "library",
    "open_record",
]
