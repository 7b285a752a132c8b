"""Exercises that left the library: they can be offered again, and their files be called back."""

from homework.models import Enclosure, Exercise, LibraryFile
from homework.models.library_file import KEPT


def no_longer_offered(user):
    """Those that are theirs to change, and what colleagues left behind (`is_left_behind`); each
    with the files (`left`) that clients still have."""
    exercises = Exercise.objects.select_related("skill", "clinic", "owner")
    found = list(exercises.no_longer_offered_by(user))
    left_behind = list(exercises.left_behind(user).with_clients())
    for each in left_behind:
        each.is_left_behind = True
    found += left_behind
    left = files_left(found)
    for each in found:
        each.left = left.get((each.clinic_id, each.key), [])
    return found


def files_left(exercises):
    """{(clinic, key of an exercise): its files}, whatever version they were given with."""
    clinics, keys = {e.clinic_id for e in exercises}, {e.key for e in exercises}
    given = Enclosure.objects.filter(KEPT, clinic__in=clinics, exercise__key__in=keys)
    rows = set(given.values_list("clinic", "exercise__key", "file"))
    known = LibraryFile.objects.defer("content").in_bulk([file for *_exercise, file in rows])
    left: dict = {}
    for *exercise, file in sorted(rows, key=lambda row: (known[row[-1]].added_at, row[-1])):
        left.setdefault(tuple(exercise), []).append(known[file])
    return left
