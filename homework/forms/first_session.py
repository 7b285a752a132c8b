"""The questions of the first session, one at a time. What is typed is kept until it is sent."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Draft
from config.widgets import RadioChips
from goals.models import Step
from homework.forms.goals import GoalForm, StepForm, StepsForm

DRAFT = "first-session"


class Question(GoalForm):
    """One of the goal's three questions."""

    name = "title"

    def __init__(self, data=None, *, first, by):
        super().__init__(data, therapy=first.therapy, by=by, goal=first.goal)
        for name in set(self.fields) - {self.name}:
            del self.fields[name]

    def save(self):
        if not self.is_valid():
            return False
        goal = self.goal
        kept = {each: getattr(goal, each, "") for each in self.base_fields}
        words = {**kept, **self.cleaned_data}
        if goal is None:
            self.cleaned_data = words
            return super().save() is not None
        if self.has_changed():
            goal.reword(**words, by=self.by)
        return True


class WhyForm(Question):
    name = "why"


class KnownForm(Question):
    name = "how_known"


class OwnStepsForm(StepsForm):
    def __init__(self, data=None, *, first, by):
        self.first, self.by = first, by
        super().__init__(data)

    def save(self):
        return super().save(self.first.goal, by=self.by)


class FirstStepForm(forms.Form):
    step = forms.ModelChoiceField(
        Step.objects.none(),
        label=_("Which is the first small step?"),
        empty_label=None,
        widget=RadioChips(),
        error_messages={
            "required": _("Choose the step to begin with."),
            "invalid_choice": _("Choose one of these steps."),
        },
    )

    def __init__(self, data=None, *, first, by):
        self.by = by
        super().__init__(data)
        field = self.fields["step"]
        field.queryset = Step.objects.filter(pk__in=[step.pk for step in first.choices])
        field.label_from_instance = lambda step: step.title

    def save(self):
        if not self.is_valid():
            return False
        StepForm().current(self.cleaned_data["step"], self.by)
        return True


FORMS = {
    "goal": Question,
    "why": WhyForm,
    "known": KnownForm,
    "steps": OwnStepsForm,
    "first": FirstStepForm,
}


def form_for(first, by, data=None):
    """The form of the present question, with what was typed before; None where there is none."""
    if first.part not in FORMS:
        return None
    form = FORMS[first.part](data, first=first, by=by)
    form.initial |= {
        name: text
        for name, text in Draft.objects.answers_of(by, DRAFT, first.therapy.pk).items()
        if name in form.fields and not form.initial.get(name)
    }
    return form
