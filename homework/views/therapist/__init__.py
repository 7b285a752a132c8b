from homework.views.therapist.away import away, away_cancellation
from homework.views.therapist.caseload import caseload, caseload_ended, caseload_next, caseload_view
from homework.views.therapist.client import (
    client_history,
    client_page,
    client_pictures,
    entry_feedback,
)
from homework.views.therapist.library import (
    exercise,
    exercise_copy,
    exercise_edit,
    exercise_favourite,
    exercise_new,
    exercise_retirement,
    exercise_sharing,
    library,
)
from homework.views.therapist.measures import flag, measure_stopping, measures
from homework.views.therapist.open_record import colleagues_records, open_record

__all__ = [
    "away",
    "away_cancellation",
    "caseload",
    "caseload_ended",
    "caseload_next",
    "caseload_view",
    "client_history",
    "client_page",
    "client_pictures",
    "colleagues_records",
    "entry_feedback",
    "exercise",
    "exercise_copy",
    "exercise_edit",
    "exercise_favourite",
    "exercise_new",
    "exercise_retirement",
    "exercise_sharing",
    "flag",
    "library",
    "measure_stopping",
    "measures",
    "open_record",
]
