"""The built-in library in English. Another language is another folder with the same keys."""

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

# What a timed line ends in: "(3 minutes)".
MINUTES = ("minute", "minutes")

__all__ = ["EXERCISES", "MINUTES", "SKILLS"]
