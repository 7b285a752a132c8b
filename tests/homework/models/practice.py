"""Practice, logged in one line."""

from datetime import datetime

from tests.homework.presses import logged

WORDS = "I rode two stops."


def log(cast, state="done", **said):
    """One entry of Cleo's; `said` is what PracticeEntry.log takes."""
    return logged(cast.assignment, state=state, **{"by": cast.cleo} | said)


def at(text):
    """2026-11-02T09:30+00:00 as a moment."""
    return datetime.fromisoformat(text)


def fresh(row):
    return type(row).objects.get(pk=row.pk)
