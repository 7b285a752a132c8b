from django.urls import path

from homework.views import therapist

urlpatterns = [
    path("caseload/", therapist.caseload, name="caseload"),
    path("caseload/ended/", therapist.caseload_ended, name="caseload-ended"),
    path("caseload/views/", therapist.caseload_view, name="caseload-view"),
    path("caseload/colleagues/", therapist.colleagues_records, name="colleagues-records"),
    path("caseload/<uuid:therapy>/", therapist.client_page, name="client-page"),
    path("caseload/<uuid:therapy>/pictures/", therapist.client_pictures, name="client-pictures"),
    path("caseload/<uuid:therapy>/next/", therapist.caseload_next, name="caseload-next"),
    path("caseload/<uuid:therapy>/weeks/", therapist.client_history, name="client-history"),
    path(
        "caseload/<uuid:therapy>/entries/<uuid:entry>/feedback/",
        therapist.entry_feedback,
        name="entry-feedback",
    ),
    path("caseload/<uuid:record>/open-record/", therapist.open_record, name="open-record"),
    path("caseload/<uuid:therapy>/measures/", therapist.measures, name="measures"),
    path(
        "caseload/<uuid:therapy>/measures/<uuid:given>/stopping/",
        therapist.measure_stopping,
        name="measure-stopping",
    ),
    path(
        "caseload/<uuid:therapy>/measures/<uuid:given>/entering/",
        therapist.measure_entering,
        name="measure-entering",
    ),
    path(
        "caseload/<uuid:therapy>/measures/<uuid:result>/withdrawal/",
        therapist.measure_withdrawal,
        name="measure-withdrawal",
    ),
    path(
        "caseload/<uuid:therapy>/measures/<uuid:given>/pdf/",
        therapist.measure_pdf,
        name="measure-pdf",
    ),
    path("caseload/<uuid:therapy>/flags/<uuid:flag>/", therapist.flag, name="flag"),
    path("flags/<uuid:flag>/", therapist.flag_after_end, name="flag-after-end"),
    path("library/", therapist.library, name="library"),
    path("library/file/", therapist.library_export, name="library-export"),
    path("library/bring-in/", therapist.library_import, name="library-import"),
    path("library/retired/", therapist.library_retired, name="library-retired"),
    path("library/sets/", therapist.starting_sets, name="starting-sets"),
    path("library/sets/new/", therapist.starting_set_new, name="starting-set-new"),
    path("library/sets/<uuid:starting_set>/", therapist.starting_set, name="starting-set"),
    path(
        "library/sets/<uuid:starting_set>/retirement/",
        therapist.starting_set_retirement,
        name="starting-set-retirement",
    ),
    path("library/new/", therapist.exercise_new, name="exercise-new"),
    path("library/<uuid:exercise>/", therapist.exercise, name="exercise"),
    path("library/<uuid:exercise>/copy/", therapist.exercise_copy, name="exercise-copy"),
    path("library/<uuid:exercise>/edit/", therapist.exercise_edit, name="exercise-edit"),
    path(
        "library/<uuid:exercise>/retirement/",
        therapist.exercise_retirement,
        name="exercise-retirement",
    ),
    path("library/<uuid:exercise>/sharing/", therapist.exercise_sharing, name="exercise-sharing"),
    path("library/<uuid:exercise>/files/", therapist.exercise_files, name="exercise-files"),
    path(
        "library/<uuid:exercise>/files/<uuid:file>/", therapist.exercise_file, name="exercise-file"
    ),
    path(
        "library/<uuid:exercise>/files/<uuid:file>/removal/",
        therapist.exercise_file_removal,
        name="exercise-file-removal",
    ),
    path(
        "library/<uuid:exercise>/favourite/",
        therapist.exercise_favourite,
        name="exercise-favourite",
    ),
    path("away/", therapist.away, name="away"),
    path("away/<uuid:away>/cancellation/", therapist.away_cancellation, name="away-cancellation"),
]
