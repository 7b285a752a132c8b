"""The built-in library in German: the keys of the English one, in other words."""

from . import (
    calm,
    direction,
    doing,
    facing,
    good,
    keeping,
    kind,
    people,
    safety,
    senses,
    sleep,
    thoughts,
    urges,
)
from .skills import SKILLS

EXERCISES = (
    *calm.EXERCISES,
    *senses.EXERCISES,
    *doing.EXERCISES,
    *good.EXERCISES,
    *thoughts.EXERCISES,
    *kind.EXERCISES,
    *facing.EXERCISES,
    *safety.EXERCISES,
    *sleep.EXERCISES,
    *people.EXERCISES,
    *urges.EXERCISES,
    *direction.EXERCISES,
    *keeping.EXERCISES,
)

# What a timed line ends in: "(3 Minuten)".
MINUTES = ("Minute", "Minuten")

__all__ = ["EXERCISES", "MINUTES", "SKILLS"]
