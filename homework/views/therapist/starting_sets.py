"""Starting sets: what there is, and putting together one's own."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from config.form_pages import form_page, sent
from homework.forms.library_search import SHELVES
from homework.forms.starting_set import StartingSetSheet
from homework.library.sets_on_offer import sets_for
from homework.models import StartingSet


def starting_sets(request):
    found = sets_for(request.user)
    shelves = [
        {"key": key, "title": title, "sets": [each for each in found if each.whose == key]}
        for key, title in SHELVES
    ]
    retired = StartingSet.objects.of_user(request.user).exclude(retired_at=None)
    page = {"shelves": [shelf for shelf in shelves if shelf["sets"]], "retired": retired}
    page["has_own"] = any(each.whose != "built_in" for each in found)
    return render(request, "homework/therapist/sets/list.html", page)


def starting_set_new(request):
    like = request.GET.get("like", "")
    return answer(request, StartingSetSheet(sent(request), by=request.user, like=like))


def starting_set(request, starting_set):
    found = readable(request, starting_set)
    return answer(request, StartingSetSheet(sent(request), by=request.user, row=found))


def readable(request, pk):
    offered = StartingSet.objects.offered_to(request.user).select_related("clinic")
    return get_object_or_404(offered, pk=pk)


def answer(request, form):
    if form.is_valid() and form.save():
        messages.success(request, _("Saved. Homework that was agreed before stays as it was."))
        return redirect("starting-sets")
    return form_page(request, "homework/therapist/sets/form.html", {"form": form})


def starting_set_retirement(request, starting_set):
    """Taken out, or offered again."""
    mine = StartingSet.objects.of_user(request.user)
    found = get_object_or_404(mine, pk=starting_set)
    if request.POST.get("do") == "again":
        found.offer_again(by=request.user)
        messages.success(request, _("It is offered again."))
    else:
        found.retire(by=request.user)
        messages.success(request, _("It is no longer offered. Homework that came from it stays."))
    return redirect("starting-sets")
