from datetime import date
from uuid import UUID

from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from accounts.sections import sections
from homework.cards import Card
from homework.forms.practice import PressForm
from homework.forms.walk import WalkForm
from homework.today import Today
from homework.views.client.cards import answer, pressed, shape


@never_cache
def today(request):
    """This week's homework, to be logged in one press; `?day=` shows an earlier day."""
    day = read_day(request)
    ids = {name: read(UUID, request, name) for name in ("saved", "first")}
    page = Today(request.user, day=day, **ids)
    if day and not page.is_reachable:
        return redirect("today")
    asked = sections("today", request) if request.user.offer and not page.is_earlier else ()
    return render(request, "homework/client/today.html", {"today": page, "sections": asked})


def today_log(request, assignment):
    """One press. Sent ten times it is one entry."""
    homework = pressed(request, assignment)
    # Only a walk sends its step along.
    press = WalkForm if "step" in request.POST else PressForm
    form = press(request.POST, homework=homework, user=request.user)
    entry = form.is_valid() and form.log()
    if entry:
        return answer(request, Card.after(entry, homework, request.user, shape=shape(request)))
    day = Today(request.user).today
    return answer(request, Card(homework, day, sent=form, shape=shape(request)))


def read_day(request):
    return read(date.fromisoformat, request, "day")


def read(kind, request, name):
    """A value of the address, or None where it cannot be one."""
    try:
        return kind(request.GET[name])
    except (KeyError, ValueError):
        return None
