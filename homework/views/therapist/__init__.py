from homework.views.therapist.away import away, away_cancellation
from homework.views.therapist.caseload import caseload, caseload_ended, caseload_next, caseload_view
from homework.views.therapist.client import (
    client_history,
    client_page,
    client_pictures,
    entry_feedback,
)
from homework.views.therapist.exchange import library_export, library_import
from homework.views.therapist.files import exercise_file, exercise_file_removal, exercise_files
from homework.views.therapist.library import (
    exercise,
    exercise_copy,
    exercise_edit,
    exercise_favourite,
    exercise_new,
    exercise_retirement,
    exercise_sharing,
    library,
    library_retired,
)
from homework.views.therapist.measures import (
    flag,
    flag_after_end,
    measure_entering,
    measure_pdf,
    measure_stopping,
    measure_withdrawal,
    measures,
)
from homework.views.therapist.open_record import colleagues_records, open_record
from homework.views.therapist.starting_sets import (
    starting_set,
    starting_set_new,
    starting_set_retirement,
    starting_sets,
)

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
    "exercise_file",
    "exercise_file_removal",
    "exercise_files",
    "exercise_new",
    "exercise_retirement",
    "exercise_sharing",
    "flag",
    "flag_after_end",
    "library",
    "measure_entering",
    "measure_pdf",
    "library_export",
    "library_import",
    "library_retired",
    "measure_stopping",
    "measure_withdrawal",
    "measures",
    "open_record",
    "starting_set",
    "starting_set_new",
    "starting_set_retirement",
    "starting_sets",
]
