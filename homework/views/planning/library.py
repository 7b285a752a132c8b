"""Adding homework to next week's plan."""

from django.db import transaction
from django.shortcuts import render
from django.utils.translation import gettext as _

from homework.forms.library import SearchForm, StartingSetForm
from homework.hour import Hour
from homework.library.sets_on_offer import sets_for
from homework.views.planning.page import leave, page
from homework.views.planning.review import added, keeps_review


def plan_library(request, therapy):
    form = SearchForm(request.GET)
    found = {"found": form.found(request.user), "search": form, "therapy": request.therapy}
    if request.htmx:
        return render(request, "homework/planning/library/found.html", found)
    return page(request, "library.html", sets=sets_for(request.user), **found)


@transaction.atomic
def plan_set(request, therapy):
    """A few exercises that go together, each to be tailored from the week."""
    form = StartingSetForm(request.POST, hour=Hour.locked(request.therapy), by=request.user)
    if form.add() is None:
        search = SearchForm()
        found = {"found": search.found(request.user), "search": search}
        return page(request, "library.html", sets=form.sets.values(), form=form, **found)
    return leave(request, "review", said=_("Added. Make each of them theirs before you agree."))


@keeps_review
def assignment_new(request, therapy):
    return added(request)
