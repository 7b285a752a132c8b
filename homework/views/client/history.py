from uuid import UUID

from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django_htmx.http import reselect, reswap, retarget

from homework.forms.search import SearchForm
from homework.history import History
from homework.models import Review, WeekReport
from homework.views.client.today import read


def history(request):
    """Everything this client wrote, corrections, answers and when they were read."""
    page = {"history": History(request.user, before=read(UUID, request, "before"))}
    return render(request, "homework/client/history.html", page | {"search_form": SearchForm()})


@never_cache
def history_search(request):
    """The words of a client that hold what they look for; sent, so that no address holds it."""
    form = SearchForm(request.POST)
    if not form.is_valid():
        page = {"history": History(request.user), "search_form": form, "form": form}
        answer = render(request, "homework/client/history.html", page, status=422)
        return reselect(retarget(reswap(answer, "outerHTML"), "#main"), "#main")
    page = {"search": form.search(request.user), "search_form": form}
    template = "found" if request.htmx.target == "found" else "search"
    return render(request, f"homework/client/history/{template}.html", page)


def feedback(request, review):
    """A therapist's answer to a week. Opening it is reading it."""
    answered = Review.objects.of_client(request.user).select_related("plan", "by", "therapy__lead")
    review = get_object_or_404(answered, pk=review)
    review.hear(by=request.user)
    page = {"review": review, "decisions": review.decisions.select_related("assignment")}
    return render(request, "homework/client/feedback.html", page)


def report_sent(request, report):
    """A report as it was sent, what it said before, and who has read it."""
    sent = WeekReport.objects.of_client(request.user).select_related(
        "plan__review", "therapy__lead", "read_by"
    )
    report = get_object_or_404(sent.prefetch_related("versions"), pk=report)
    return render(request, "homework/client/report_sent.html", {"report": report})
