"""Adding homework to next week's plan."""

from django.shortcuts import render

from homework.forms.library import SearchForm
from homework.views.planning.page import page
from homework.views.planning.review import added, keeps_review


def plan_library(request, therapy):
    form = SearchForm(request.GET)
    found = {"found": form.found(request.user), "search": form, "therapy": request.therapy}
    if request.htmx:
        return render(request, "homework/planning/library/found.html", found)
    return page(request, "library.html", **found)


@keeps_review
def assignment_new(request, therapy):
    return added(request)
