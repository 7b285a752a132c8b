from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from homework.cards import Card
from homework.practice_day import practice_today
from homework.views.client.cards import homework_of
from homework.walk import Walk


@never_cache
def start(request, assignment):
    """The homework one step at a time; the last step logs it."""
    homework = homework_of(request.user, assignment)
    walk = Walk(homework.how_steps, request.GET.get("step"))
    if not walk.steps:
        return redirect("log", homework.pk)
    card = Card(homework, practice_today(request.user.zone))
    return render(request, "homework/client/start.html", {"card": card, "walk": walk})
