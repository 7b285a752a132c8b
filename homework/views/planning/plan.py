"""The life of next week's plan: proposed, taken back, agreed in the room."""

from functools import wraps

from django.utils.translation import gettext as _

from homework.forms.agreement import ReadyForm
from homework.forms.planning import ReviewForm
from homework.hour import AgreedHour, Hour
from homework.views.planning.page import leave
from homework.views.planning.review import keeps_review, screen


def agrees_once(view):
    """Pressed twice, the second press finds its week agreed on, just as it says: no other
    window's words are in the way."""

    @wraps(view)
    def wrapped(request, therapy, **kwargs):
        if "edition" in request.POST and Hour.locked(request.therapy).is_agreed:
            hour = AgreedHour(request.therapy)
            if ReviewForm(request.POST, hour=hour, by=request.user).is_said_again():
                return leave(request, "summary")
        return view(request, therapy, **kwargs)

    return wrapped


@keeps_review
def plan_proposal(request, therapy):
    ready = ready_form(request)
    if not ready.propose():
        return refused(request, ready)
    return leave(request, "review", said=_("Sent. It waits for a yes on the client’s phone."))


def plan_return(request, therapy):
    """Back on the desk, so that it can be changed."""
    hour = Hour.locked(request.therapy)
    if hour.plan:
        hour.plan.take_back(by=request.user)
    return leave(request, "review", said=_("It is back on your desk."))


@agrees_once
@keeps_review
def plan_agreement(request, therapy):
    """Agreed in the room. Pressed again, when the plan is running already, it changes nothing.

    Where the screen showed the week that runs still, nothing was agreed: that is said.
    """
    ready = ready_form(request)
    hour = ready.hour
    if hour.plan is None and hour.last and request.POST.get("week") != hour.week:
        return leave(request, "summary")
    if not ready.agree():
        return refused(request, ready)
    return leave(request, "summary", said=_("Agreed. The week begins today."))


@agrees_once
@keeps_review
def plan_unreviewed(request, therapy):
    ready = ready_form(request)
    if not ready.agree(reviewed=False):
        return refused(request, ready)
    return leave(request, "summary", said=_("Agreed. Last week is closed without a review."))


def ready_form(request):
    return ReadyForm(hour=Hour.locked(request.therapy), by=request.user)


def refused(request, ready):
    return screen(request, ReviewForm(hour=ready.hour, by=request.user), ready)
