"""Starting sets: built-in exercises that go together, given in one press and then tailored."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class StartingSet:
    """`exercises` are keys of the built-in library: one to three, as many as a week can hold."""

    key: str
    title: Any
    summary: Any
    exercises: tuple[str, ...]


SETS = (
    StartingSet(
        "quiet-nights",
        _("Quieter nights"),
        _("A diary to see what is, and an evening that slows down."),
        ("sleep-diary", "wind-down"),
    ),
    StartingSet(
        "into-motion",
        _("Back into motion"),
        _("Small plans for days that have become empty."),
        ("activity-planning", "gentle-walk", "three-good-things"),
    ),
    StartingSet(
        "less-worry",
        _("Less room for worry"),
        _("A place for worry, and some distance from it."),
        ("worry-time", "thought-distance", "slow-breathing"),
    ),
    StartingSet(
        "facing-fear",
        _("Facing a fear"),
        _("Steps prepared in session, with a way to look at what happened."),
        ("exposure-ladder", "behavioural-experiment"),
    ),
    StartingSet(
        "kinder-voice",
        _("A kinder voice"),
        _("Noticing harsh thoughts, and answering them as a friend would."),
        ("thought-record", "kind-letter", "good-record"),
    ),
)
