"""Starting sets: built-in exercises that go together, given in one press and then tailored."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class BuiltInSet:
    """`exercises` are keys of the built-in library: one to three, as many as a week can hold."""

    key: str
    title: Any
    summary: Any
    exercises: tuple[str, ...]

    @property
    def codes(self):
        """As those of an exercise that has no clinic."""
        return [f"/{key}" for key in self.exercises]


SETS = (
    BuiltInSet(
        "quiet-nights",
        _("Quieter nights"),
        _("A diary to see what is, and an evening that slows down."),
        ("sleep-diary", "wind-down"),
    ),
    BuiltInSet(
        "into-motion",
        _("Back into motion"),
        _("Small plans for days that have become empty."),
        ("activity-planning", "gentle-walk", "three-good-things"),
    ),
    BuiltInSet(
        "less-worry",
        _("Less room for worry"),
        _("A place for worry, and some distance from it."),
        ("worry-time", "thought-distance", "slow-breathing"),
    ),
    BuiltInSet(
        "facing-fear",
        _("Facing a fear"),
        _("Steps prepared in session, with a way to look at what happened."),
        ("exposure-ladder", "behavioural-experiment"),
    ),
    BuiltInSet(
        "kinder-voice",
        _("A kinder voice"),
        _("Noticing harsh thoughts, and answering them as a friend would."),
        ("thought-record", "kind-letter", "good-record"),
    ),
)
