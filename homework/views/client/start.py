from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from accounts.models import Draft
from homework.cards import Card
from homework.goes_with import goes_with
from homework.practice_day import practice_today
from homework.views.client.cards import homework_of
from homework.walk import Walk


@never_cache
def start(request, assignment):
    """The homework one step at a time, all on one page; the last step logs it."""
    homework = homework_of(request.user, assignment)
    if not homework.how_steps:
        return redirect("log", homework.pk)
    kept = Draft.objects.answers_of(request.user, "start", homework.pk)
    walk = Walk(homework.how_steps, request.GET.get("step"), kept.get("step"))
    card = Card(homework, practice_today(request.user.zone))
    page = {"card": card, "walk": walk, **goes_with(homework)}
    return render(request, "homework/client/start.html", page)
