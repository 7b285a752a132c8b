"""End goals and steps, looked at and changed together in the room."""

from django.shortcuts import get_object_or_404

from config.form_pages import sent
from homework.forms.goals import ClosingForm, GoalForm, StepForm, StepsForm
from homework.views.planning.page import leave, page


def goals_together(request, therapy):
    data = sent(request)
    form = GoalForm(data, therapy=request.therapy, by=request.user)
    if data is not None and (goal := form.save()):
        return leave(request, "goals-together", place=f"#goal-{goal.pk}")
    return listed(request, form)


def listed(request, form, **context):
    goals = list(request.therapy.goals.for_staircase())
    context |= {
        "goals": [goal for goal in goals if goal.closed_at is None],
        "closed": [goal for goal in goals if goal.closed_at],
        "steps_form": context.get("steps_form") or StepsForm(),
    }
    return page(request, "goals.html", form=form, **context)


def goal_of(request, pk):
    return get_object_or_404(request.therapy.goals, pk=pk)


def goal_edit(request, therapy, goal):
    found = goal_of(request, goal)
    data = sent(request)
    form = GoalForm(data, therapy=request.therapy, by=request.user, goal=found)
    if data is not None and form.save():
        return leave(request, "goals-together", place=f"#goal-{found.pk}")
    return page(request, "goal.html", form=form, goal=found)


def goal_steps(request, therapy, goal):
    found = goal_of(request, goal)
    form = StepsForm(request.POST)
    if form.save(found, by=request.user):
        return leave(request, "goals-together", place=f"#goal-{found.pk}")
    empty = GoalForm(therapy=request.therapy, by=request.user)
    return listed(request, empty, steps_form=form, steps_of=found)


def goal_closing(request, therapy, goal):
    found, form = goal_of(request, goal), ClosingForm(request.POST)
    if not form.act(found, by=request.user):
        return listed(request, form)
    return leave(request, "goals-together", place=f"#goal-{found.pk}")


def step_edit(request, therapy, step):
    steps = request.therapy.steps.select_related("goal", "therapy")
    found, form = get_object_or_404(steps, pk=step), StepForm(request.POST)
    if not form.act(found, by=request.user):
        return listed(request, form)
    return leave(request, "goals-together", place=f"#step-{found.pk}")
