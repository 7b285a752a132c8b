"""The first session's guided screen: which question is answered, which comes now."""

from django.utils.functional import cached_property

PARTS = ("goal", "why", "known", "steps", "order", "first", "plan")


class FirstSession:
    """Resumable: the rows written so far say where it stands; `part` looks at another one."""

    def __init__(self, therapy, part=""):
        self.therapy = therapy
        self.part = part if part in self.open_parts else self.reached

    @cached_property
    def goal(self):
        return self.therapy.goals.open().for_staircase().first()

    @property
    def reached(self):
        """The first question without an answer."""
        if self.goal is None:
            return "goal"
        if not self.goal.stairs:
            return "steps" if self.goal.how_known else "known" if self.goal.why else "why"
        return "plan" if self.goal.current_step else "order"

    @property
    def open_parts(self):
        """What can be looked at: every question once there is a goal, and steps to order."""
        if self.goal is None:
            return PARTS[:1]
        return PARTS if self.goal.stairs else PARTS[:4]

    @property
    def following(self):
        return PARTS[min(PARTS.index(self.part) + 1, len(PARTS) - 1)]

    @property
    def week_state(self):
        return "now" if self.part == "plan" else "open"

    @property
    def sketch(self):
        """Stairs that nobody has climbed yet, drawn before there are steps."""
        return [{"state": "next"}] * 5

    @property
    def choices(self):
        """The steps that could be the first one."""
        return [step for step in self.goal.stairs if step.closed_at is None] if self.goal else []
