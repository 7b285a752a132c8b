"""The shape of what Midweek brings along: plain data, one frozen row per skill and exercise."""

from dataclasses import dataclass

TEXT, NUMBER, YES_NO = "text", "number", "yes_no"
# How much it asks: easy to begin with, some practice, prepared in session. As Exercise.Level.
EASY, PRACTISED, PREPARED = 1, 2, 3


@dataclass(frozen=True)
class BuiltInSkill:
    """Something learned in a session. The key stays the same in every language."""

    key: str
    title: str
    summary: str


@dataclass(frozen=True)
class Prompt:
    """One question of a worksheet. A number is asked from 0 to 10; nothing is required."""

    key: str
    question: str
    kind: str = TEXT


@dataclass(frozen=True)
class BuiltInExercise:
    """One way to practise a skill. Raise the version with every change of wording.

    A line of `how` that ends in "(3 minutes)" gets a quiet timer when a client starts it.
    `care` is read by the client before it; `rests_on` is read by therapists only, in one line.
    """

    key: str
    skill: str
    title: str
    why: str
    how: tuple[str, ...]
    example: str
    smallest: str
    rests_on: str
    level: int
    care: str = ""
    prompts: tuple[Prompt, ...] = ()
    rating: str = ""
    target: int = 3
    version: int = 1
