"""Walking a homework one step at a time."""

import re
from dataclasses import dataclass
from typing import Any

from homework.library.languages import languages

WORDS = "|".join(word for books in languages().values() for word in books.MINUTES)
MINUTES = re.compile(rf"\((\d{{1,2}}) (?:{WORDS})\)\s*$")


@dataclass(frozen=True)
class WalkStep:
    """A line of a homework's how, or a question of it, with the ways on and back; 0 is no way."""

    number: int
    total: int
    what: Any

    @property
    def line(self):
        """What to do; how long is said by the timer."""
        return MINUTES.sub("", self.what).strip()

    @property
    def seconds(self):
        """A line that ends in "(3 minutes)" gets a quiet timer."""
        found = MINUTES.search(self.what)
        return int(found[1]) * 60 if found else 0

    @property
    def before(self):
        return self.number - 1

    @property
    def after(self):
        return self.number + 1 if self.number < self.total else 0


@dataclass(frozen=True)
class Walk:
    """The steps of a homework and where somebody stands, counted from 1.

    `asked` is what the address asks for, `kept` where somebody stopped before.
    """

    whats: list
    asked: str | None = None
    kept: str | None = None

    @property
    def total(self):
        return len(self.whats)

    @property
    def steps(self):
        return [WalkStep(number, self.total, what) for number, what in enumerate(self.whats, 1)]

    @property
    def now(self):
        return self.within(self.asked)

    @property
    def resume(self):
        """The step to go on at, unless it is the first, or another was asked for."""
        kept = self.within(self.kept)
        return kept if kept > 1 and self.asked is None else 0

    def within(self, words):
        """A number from outside as one of the steps there are."""
        words = (words or "")[:6]
        return min(max(int(words) if words.isdecimal() else 1, 1), self.total)
