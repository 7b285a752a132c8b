"""The thread in words: end goals and the small steps toward them, written together."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.ground.words_field import Text
from config.widgets import Paper, RadioChips
from goals.models import EndGoal, Step
from homework.forms.written import written

BULLET = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)])\s+")
LONGEST, MOST = Step._meta.get_field("title").max_length, 20
TITLE = _("What is your end goal, in your words?")
WHY = _("Why does it matter to you?")
KNOWN = _("How will you know that you are there?")


class GoalForm(forms.Form):
    title = written(
        EndGoal,
        "title",
        label=TITLE,
        widget=Paper({"rows": 2}),
        error_messages={"required": _("Write the goal in a few words.")},
    )
    why = written(EndGoal, "why", label=WHY, widget=Paper({"rows": 3}))
    how_known = written(EndGoal, "how_known", label=KNOWN, widget=Paper({"rows": 3}))

    def __init__(self, data=None, *, therapy, by, goal=None):
        self.therapy, self.by, self.goal = therapy, by, goal
        saved = {name: getattr(goal, name, "") for name in self.base_fields}
        super().__init__(data, initial=saved)

    def save(self):
        """Name the goal, or say it differently. None when it was refused."""
        if not self.is_valid():
            return None
        self.therapy.lock()
        goal = self.goal or self.already_named()
        if goal is None:
            return EndGoal.name(self.therapy, **self.cleaned_data, by=self.by)
        if self.goal and self.has_changed():
            goal.reword(**self.cleaned_data, by=self.by)
        return goal

    def already_named(self):
        """A form sent twice names one goal."""
        title = self.cleaned_data["title"]
        return next((goal for goal in self.therapy.goals.open() if goal.title == title), None)


class StepsForm(forms.Form):
    """Small steps, one a line, in the order in which they were said."""

    steps = Text(
        max_length=4000,
        label=_("What small steps do you think it takes?"),
        help_text=_("One a line. They can be put in order afterwards."),
        widget=Paper({"rows": 6}),
        error_messages={"required": _("Write one small step, or more, one a line.")},
    )

    def clean_steps(self):
        lines = [BULLET.sub("", line).strip() for line in self.cleaned_data["steps"].splitlines()]
        lines = list(dict.fromkeys(line for line in lines if line))
        if len(lines) > MOST:
            raise forms.ValidationError(_("Write 20 steps or fewer. They are meant to be few."))
        if any(len(line) > LONGEST for line in lines):
            raise forms.ValidationError(_("Use 200 letters or fewer for each step."))
        return lines

    def save(self, goal, *, by):
        """Add the lines that are not steps of this goal yet, agreed by both in the room."""
        if not self.is_valid():
            return False
        goal.therapy.lock()
        there = {step.title for step in goal.steps.all() if step.closed_as != "let_go"}
        for title in self.cleaned_data["steps"]:
            if title not in there:
                goal.add_step(title, by=by, together=True)
        return True


class StepForm(forms.Form):
    """One press on one step."""

    PRESSES = ("agree", "current", "done", "let_go", "up", "down", "reopen")
    do = forms.ChoiceField(
        choices=[(press, press) for press in PRESSES],
        error_messages={"invalid_choice": _("Press one of the buttons.")},
    )

    def act(self, step, *, by):
        if not self.is_valid():
            return False
        getattr(self, self.cleaned_data["do"])(step, by)
        return True

    def agree(self, step, by):
        step.agree(by=by, together=True)

    def current(self, step, by):
        """Choosing it together is agreeing on it."""
        if step.agreed_at is None:
            step.agree(by=by, together=True)
        step.make_current(by=by)

    def done(self, step, by):
        step.close(Step.Closing.DONE, by=by)

    def let_go(self, step, by):
        step.close(Step.Closing.LET_GO, by=by)

    def reopen(self, step, by):
        step.reopen(by=by)

    def up(self, step, by):
        self.swap(step, -1, by)

    def down(self, step, by):
        self.swap(step, 1, by)

    def swap(self, step, by_places, by):
        """Past its neighbour on the stairs; steps let go stand between them unseen."""
        stairs = step.goal.stairs
        place = stairs.index(step) + by_places if step in stairs else -1
        if 0 <= place < len(stairs):
            step.move_to(stairs[place].position, by=by)


class ClosingForm(forms.Form):
    """Reached, let go, or opened again."""

    closed_as = forms.ChoiceField(
        choices=[*EndGoal.Closing.choices, ("reopen", "reopen")], widget=RadioChips()
    )

    def act(self, goal, *, by):
        if not self.is_valid():
            return False
        if self.cleaned_data["closed_as"] == "reopen":
            goal.reopen(by=by)
        else:
            goal.close(self.cleaned_data["closed_as"], by=by)
        return True
