"""The built-in library in English. Another language is another folder with the same keys."""

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

# What a timed line ends in: "(3 minutes)".
MINUTES = ("minute", "minutes")

__all__ = ["EXERCISES", "MINUTES", "SKILLS"]
