"""The built-in library in German: the keys of the English one, in other words."""

from . import calm, direction, doing, facing, people, sleep, thoughts, urges
from .skills import SKILLS

EXERCISES = (
    *calm.EXERCISES,
    *doing.EXERCISES,
    *thoughts.EXERCISES,
    *facing.EXERCISES,
    *sleep.EXERCISES,
    *people.EXERCISES,
    *urges.EXERCISES,
    *direction.EXERCISES,
)

# What a timed line ends in: "(3 Minuten)".
MINUTES = ("Minute", "Minuten")

__all__ = ["EXERCISES", "MINUTES", "SKILLS"]
