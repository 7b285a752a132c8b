"""An end goal as its client sees it: the staircase in words and picture, and their ratings."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from goals.forms import RatingForm, StepForm
from goals.models import EndGoal, Step

STATES = {"done": "done", "current": "now"}
# Days between two numbers after which nobody can say how it was in between.
GAP = 42


@dataclass(frozen=True)
class Stair:
    """One step for the picture and its words; `to_agree` asks for this reader's yes."""

    step: Step
    number: int
    state: str
    note: str = ""
    to_agree: bool = False
    beside: tuple = ()

    @property
    def title(self):
        return self.step.title


class Thread:
    """`goal` comes from `for_staircase()`, with its cover_names; `sent` is to be mended.

    `beside`: sections that the rooms above hang in beside steps.
    """

    def __init__(self, goal: EndGoal, user, *, sent=None, beside=()):
        self.goal, self.user, self.beside = goal, user, beside
        self.sent = sent if sent is not None and sent.goal.pk == goal.pk else None

    @property
    def stairs(self):
        return [self.stair(number, step) for number, step in enumerate(self.goal.stairs, 1)]

    def stair(self, number, step):
        state = STATES.get(step.state, "next")
        asked = step.state == "proposed" and step.proposed_by_id != self.user.pk and self.is_open
        return Stair(step, number, state, self.note(step), asked, self.beside_step(step))

    def beside_step(self, step):
        found = [one | {"section": one["section"].get(step.pk)} for one in self.beside]
        return tuple(one for one in found if one["section"])

    def note(self, step):
        if step.state == "done":
            day = date_format(timezone.localtime(step.closed_at), "DATE")
            return _("Done since %(day)s") % {"day": day}
        if step.state == "proposed":
            mine = step.proposed_by_id == self.user.pk
            return _("Proposed by you, not agreed yet") if mine else _("Proposed to you")
        return _("Comes next") if step == self.following else ""

    @property
    def following(self):
        """The step after the present one."""
        ahead = [step for step in self.goal.stairs if step.state == "agreed"]
        return ahead[0] if ahead else None

    @property
    def proposals(self):
        return [stair for stair in self.stairs if stair.to_agree]

    @property
    def points(self):
        return [(rating.rated_on, rating.value) for rating in self.goal.ratings.all()]

    gap = GAP

    @property
    def said_today(self):
        """Today's number, which can still be taken back."""
        today = timezone.localdate()
        return next((each for each in self.goal.ratings.all() if each.rated_on == today), None)

    @property
    def is_open(self):
        """Whether anything can be said about it: the goal stands and the therapy goes on."""
        return self.goal.closed_at is None and self.goal.therapy.is_open

    @property
    def rating(self):
        return self.sent if isinstance(self.sent, RatingForm) else RatingForm(goal=self.goal)

    @property
    def step(self):
        form = self.sent if isinstance(self.sent, StepForm) else StepForm(goal=self.goal)
        form.tell(self.readers)
        return form

    @property
    def readers(self):
        """Who leads, and who may read along for now."""
        goal: Any = self.goal
        return list(dict.fromkeys([goal.therapy.lead.name, *goal.cover_names]))
