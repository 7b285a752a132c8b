"""Walking a homework one step at a time."""

import re
from dataclasses import dataclass

MINUTES = re.compile(r"\((\d{1,2}) (?:minutes?|Minuten?)\)\s*$")


@dataclass(frozen=True)
class Walk:
    """The steps of a homework and where somebody stands, counted from 1."""

    steps: list
    asked: str | None = None

    @property
    def total(self):
        return len(self.steps)

    @property
    def now(self):
        """What the address asks for, within the steps there are."""
        asked = (self.asked or "")[:6]
        return min(max(int(asked) if asked.isdecimal() else 1, 1), self.total)

    @property
    def asked_for(self):
        return self.steps[self.now - 1]

    @property
    def line(self):
        """What to do; how long is said by the timer."""
        return MINUTES.sub("", self.asked_for).strip()

    @property
    def seconds(self):
        """A line that ends in "(3 minutes)" gets a quiet timer."""
        found = MINUTES.search(self.asked_for)
        return int(found[1]) * 60 if found else 0

    @property
    def before(self):
        return self.now - 1

    @property
    def after(self):
        return self.now + 1 if self.now < self.total else 0
