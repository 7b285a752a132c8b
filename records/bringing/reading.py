"""A file of docs/export.md, read by somebody who trusts nothing in it.

Only what is named here is taken over. What is wrong is said with its place in the file.
"""

from itertools import islice

from django.utils.translation import gettext as _

from goals.models import EndGoal, Step
from homework.models import PracticeEntry
from records.bringing.file import data_of
from records.bringing.pieces import Piece
from records.bringing.values import MOST_IN_ALL, Refused, Values, code_of

# In all lists together.
MOST_PIECES = 400
MOST_STEPS = 50
MOST_SAID = 20


def pieces_in(content):
    """The pieces of a file, in its order. Raises Refused."""
    found = Found(data_of(content))
    pieces = list(islice(found.pieces(), MOST_PIECES + 1))
    if len(pieces) > MOST_PIECES:
        words = _("There are more than %(most)s pieces in this file. Midweek takes no more.")
        raise Refused(words % {"most": MOST_PIECES})
    if found.problems:
        raise Refused(*found.problems[:MOST_SAID])
    if not pieces:
        raise Refused(_("There is nothing in this file that can be brought along."))
    return pieces


class Found(Values):
    """What stands in the data, and what is wrong with it."""

    def __init__(self, data):
        super().__init__()
        self.data = data

    def pieces(self):
        """What was with somebody in this file itself is there once, not as brought along too."""
        therapies = [
            (therapy, f"therapies[{number}]")
            for number, therapy in enumerate(self.rows(self.data, "therapies", "therapies"))
        ]
        own = [piece for each in therapies for piece in self.of_therapy(*each)]
        yield from own
        known = frozenset(own)
        brought = (piece for each in therapies for piece in self.brought_to(*each))
        yield from (piece for piece in brought if piece not in known)

    def of_therapy(self, therapy, place):
        parts = [self.text(therapy, name, place, 120) for name in ("therapist", "clinic")]
        self.origin = ", ".join(filter(None, parts))
        for number, goal in enumerate(self.rows(therapy, "goals", f"{place}.goals")):
            yield self.goal(goal, f"{place}.goals[{number}]")
        plans = self.rows(therapy, "plans", f"{place}.plans")
        self.skills = {}
        weeks = [self.week(plan, f"{place}.plans[{n}]") for n, plan in enumerate(plans)]
        for facts in self.skills.values():
            yield Piece("skill", self.origin, facts)
        for week in weeks:
            yield Piece("week", self.origin, week)

    def brought_to(self, therapy, place):
        """What came from elsewhere before goes on as it was there. Its skills are pieces of their
        own; older files have it in words only, and nothing of it can be brought on."""
        for number, each in enumerate(self.rows(therapy, "brought", f"{place}.brought")):
            where = f"{place}.brought[{number}]"
            self.origin = self.text(each, "origin", where, 300)
            piece = each.get("piece")
            if isinstance(piece, dict):
                yield from self.of_kind(code_of(each.get("kind")), piece, f"{where}.piece", where)

    def of_kind(self, kind, piece, place, where):
        self.skills = {}
        if kind == "goal":
            yield self.goal(piece, place)
        elif kind == "skill":
            yield Piece(kind, self.origin, self.skill(piece, place))
        elif kind == "week":
            yield Piece(kind, self.origin, self.week(piece, place))
        else:
            self.wrong(f"{where}.kind", None)

    def skill(self, skill, place):
        return {
            "title": self.text(skill, "title", place, 120, needed=True),
            "homework": self.text(skill, "homework", place, 200),
            **{name: self.text(skill, name, place, most) for name, most in HOW_IT_GOES.items()},
            "times": self.number(skill, "times", place, MOST_IN_ALL),
            "last_on": self.day(skill, "last_on", place),
        }

    def goal(self, goal, place):
        steps = self.rows(goal, "steps", f"{place}.steps")
        ratings = self.rows(goal, "ratings", f"{place}.ratings")
        if len(steps) > MOST_STEPS:
            words = _("%(place)s.steps: a goal has %(most)s steps at most.")
            self.problems.append(words % {"place": place, "most": MOST_STEPS})
        return Piece(
            "goal",
            self.origin,
            {
                "title": self.text(goal, "title", place, 200, needed=True),
                "why": self.text(goal, "why", place, 1000),
                "how_known": self.text(goal, "how_known", place, 1000),
                "closed_as": self.code(goal, "closed_as", place, EndGoal.Closing),
                "steps": [
                    {
                        "title": self.text(step, "title", f"{place}.steps[{n}]", 200, needed=True),
                        "closed_as": self.code(
                            step, "closed_as", f"{place}.steps[{n}]", Step.Closing
                        ),
                    }
                    for n, step in enumerate(steps)
                ],
                "ratings": [
                    self.rating(each, f"{place}.ratings[{n}]") for n, each in enumerate(ratings)
                ],
            },
        )

    def rating(self, rating, place):
        day, value = self.day(rating, "rated_on", place), self.number(rating, "value", place, 10)
        return {"day": day, "value": value}

    def week(self, plan, place):
        """As it was: to be read, never to be practised again. What was private stays behind."""
        rows = self.rows(plan, "homework", f"{place}.homework")
        return {
            "title": self.text(plan, "focus", place, 300),
            "starts_on": self.day(plan, "starts_on", place),
            "homework": [
                self.homework(each, f"{place}.homework[{n}]") for n, each in enumerate(rows)
            ],
        }

    def homework(self, homework, place):
        entries = self.rows(homework, "entries", f"{place}.entries")
        shared = [
            (n, each)
            for n, each in enumerate(entries)
            if not each.get("private") and not each.get("withdrawn_at")
        ]
        told = {
            "title": self.text(homework, "title", place, 200, needed=True),
            "skill": self.text(homework, "skill", place, 120),
            "entries": [self.entry(each, f"{place}.entries[{n}]") for n, each in shared],
        }
        if told["skill"]:
            self.learn(told, homework, [each for _n, each in shared], place)
        return told

    def learn(self, told, homework, entries, place):
        """A skill goes as its newest homework says; how often, is summed up over all of them."""
        before = self.skills.get(told["skill"], {"times": 0, "last_on": None})
        days = [
            entry["day"]
            for entry, found in zip(told["entries"], entries, strict=True)
            if code_of(found.get("state")) in PRACTISED
        ]
        self.skills[told["skill"]] = {
            "title": told["skill"],
            "homework": told["title"],
            **{name: self.text(homework, name, place, most) for name, most in HOW_IT_GOES.items()},
            "times": before["times"] + len(days),
            "last_on": max(filter(None, [before["last_on"], *days]), default=None),
        }

    def entry(self, entry, place):
        said = self.rows(entry, "said", f"{place}.said")
        state = entry.get("state")
        return {
            "state": self.text(state, "words", f"{place}.state", 60)
            if isinstance(state, dict)
            else self.wrong(f"{place}.state", ""),
            "day": self.day(entry, "practice_date", place),
            "said": [
                [self.text(each, name, f"{place}.said[{n}]", 4000) for name in WORDS]
                for n, each in enumerate(said)
            ],
        }


WORDS = ("question", "answer")
PRACTISED = (PracticeEntry.State.DONE, PracticeEntry.State.PARTLY)
HOW_IT_GOES = {"how": 4000, "smallest": 300, "example": 2000, "care": 600}
