"""Reads the diagrams and tables of docs/model.md."""

import re
from dataclasses import dataclass

from django.conf import settings

PAGE = settings.BASE_DIR / "docs" / "model.md"
CHAPTER = re.compile(r"^## The life of an? (\w+)$(.*?)(?=^## |\Z)", re.M | re.S)
ARROW = re.compile(r"^ {4}(\S+) --> (\S+) : (.+)$", re.M)
ROW = re.compile(r"^\| ([^|-]+?) \| (\w+) \| (?:`([\w-]+)` )?\|$", re.M)
OUTSIDE = "[*]"


@dataclass(frozen=True)
class Life:
    """One diagram: {(state, verb): states}, and who says each verb where."""

    name: str
    arrows: dict
    says: list

    @property
    def states(self):
        return sorted({state for state, _verb in self.arrows} | set().union(*self.arrows.values()))

    def after(self, state, verb):
        """Where a verb may lead: to itself where no arrow is drawn."""
        return self.arrows.get((state, verb), {state})

    def paths(self, to, start=OUTSIDE, seen=frozenset()):
        """Every way to a state that passes no state twice, as [(verb, state), …]."""
        if start == to:
            yield []
            return
        for (state, verb), targets in self.arrows.items():
            for target in targets - seen - {start} if state == start else ():
                for rest in self.paths(to, target, seen | {start}):
                    yield [(verb, target), *rest]


def life(name, text):
    arrows = {}
    for state, target, verb in ARROW.findall(text):
        arrows.setdefault((state, verb), set()).add(target)
    return Life(name, arrows, [row for row in ROW.findall(text) if row[0] != "verb"])


LIVES = {name: life(name, text) for name, text in CHAPTER.findall(PAGE.read_text("utf-8"))}
