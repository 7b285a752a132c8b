"""What a client says about an end goal: how far along it feels, and a step they would take."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from accounts.ground.words_field import Text
from config.scales import ScaleField
from goals.models import EndGoal, GoalRating

CHOOSE = _("Choose a number from 0 to 10.")


class RatingForm(forms.Form):
    value = ScaleField(
        label=_("How far along do you feel today?"),
        top=10,
        low=_("0: not begun"),
        high=_("10: there"),
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )

    def __init__(self, *args, goal: EndGoal, **kwargs):
        super().__init__(*args, **{"auto_id": f"{goal.pk}_%s", **kwargs})
        self.goal = goal

    def save(self, *, by):
        """Today's word; a later one on the same day takes its place."""
        value, today = self.cleaned_data["value"], timezone.localdate()
        return GoalRating.objects.rate(self.goal, value, on=today, by=by)

    def undo(self, *, by):
        value, today = self.cleaned_data["value"], timezone.localdate()
        GoalRating.objects.undo(self.goal, value, on=today, by=by)


class StepForm(forms.Form):
    title = Text(
        label=_("A small step I could take"),
        max_length=200,
        error_messages={"required": _("Write the step in a few words.")},
    )

    def __init__(self, *args, goal: EndGoal, **kwargs):
        super().__init__(*args, **{"auto_id": f"{goal.pk}_%s", **kwargs})
        self.goal = goal

    def tell(self, readers):
        """Say above the field who reads what is written in it, and when."""
        title: Any = self.fields["title"]
        together = _("You look at it together when you next meet.")
        title.who = {"reader": get_text_list(readers, translated("and")), "when": together}

    def save(self, *, by):
        """Propose the step; sent twice it is proposed once."""
        EndGoal.objects.hold(self.goal.pk)
        steps = self.goal.steps.filter(closed_at=None)
        known = [step for step in steps if step.title == self.cleaned_data["title"]]
        return known[0] if known else self.goal.add_step(self.cleaned_data["title"], by=by)
