from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from accounts.models import Therapy
from accounts.models.cover import cover_names
from accounts.sections import sections
from goals.forms import RatingForm, StepForm
from goals.models import EndGoal, Step
from goals.thread import Thread


def goals(request, sent=None):
    """Where a client is going: each end goal with its staircase and their own ratings."""
    mine = EndGoal.objects.of_client(request.user).for_staircase().select_related("therapy__lead")
    mine = mine.annotate(cover_names=cover_names("goals_endgoal.therapy_id"))
    beside = sections("step", request)
    threads = [Thread(goal, request.user, sent=sent, beside=beside) for goal in mine]
    page = {
        "threads": [thread for thread in threads if thread.goal.closed_at is None],
        "closed": [thread for thread in threads if thread.goal.closed_at],
        "form": sent,
        "sections": sections("goals", request),
    }
    if not threads:
        page["has_ended"] = not Therapy.objects.of_client(request.user).accepted().open().exists()
    return render(request, "goals/goals.html", page, status=422 if sent else 200)


def goal_rating(request, goal):
    return say(request, RatingForm(request.POST, goal=writable(request.user, goal)), "feeling")


def goal_rating_undo(request, goal):
    """The number given a moment ago, taken back."""
    goal = writable(request.user, goal)
    form = RatingForm(request.POST, goal=goal)
    if form.is_valid():
        form.undo(by=request.user)
    return redirect(place_of(goal, "feeling"))


def step_proposal(request, goal):
    return say(request, StepForm(request.POST, goal=writable(request.user, goal)), "steps")


def step_agreement(request, step):
    """The client's yes to a step."""
    steps = Step.objects.of_client(request.user).select_related("therapy", "goal")
    step = get_object_or_404(steps, pk=step)
    refuse_ended(step.therapy)
    if step.closed_at is None:
        step.agree(by=request.user)
    return redirect("goals")


def say(request, form, place):
    if not form.is_valid():
        return goals(request, sent=form)
    form.save(by=request.user)
    return redirect(place_of(form.goal, place))


def place_of(goal, place):
    """The part of the page that was spoken of, so that nobody has to look for it."""
    return f"{reverse('goals')}#{place}-{goal.pk}"


def writable(user, pk):
    """A goal one may still say something about: 404 for a stranger's, 403 once it is over."""
    goal = get_object_or_404(EndGoal.objects.of_client(user).select_related("therapy"), pk=pk)
    refuse_ended(goal.therapy)
    if goal.closed_at:
        raise PermissionDenied
    return goal


def refuse_ended(therapy):
    if not therapy.is_open:
        raise PermissionDenied
