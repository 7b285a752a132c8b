from homework.views.therapist.away import away, away_cancellation
from homework.views.therapist.caseload import caseload, caseload_ended
from homework.views.therapist.client import client_page
from homework.views.therapist.library import (
    exercise,
    exercise_copy,
    exercise_edit,
    exercise_new,
    exercise_retirement,
    library,
)

__all__ = [
    "away",
    "away_cancellation",
    "caseload",
    "caseload_ended",
    "client_page",
    "exercise",
    "exercise_copy",
    "exercise_edit",
    "exercise_new",
    "exercise_retirement",
    "library",
]
