"""Measures on the client's phone: filled in, sent, and what came of them."""

from uuid import uuid4

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from accounts import crisis
from accounts.models import Draft
from homework.forms.measure import MeasureForm
from homework.models import GivenMeasure, MeasureResult
from homework.models.columns import readers
from homework.own_measures import OwnMeasures, before
from homework.readers import Readers


def own_measures(request):
    """What is asked now, and everything that was answered."""
    return render(request, "homework/client/measures.html", {"mine": OwnMeasures(request.user)})


@never_cache
def measure(request, given):
    """One measure as radio rows. The crisis text is in the page before anything is sent."""
    asked = GivenMeasure.objects.of_client(request.user)
    asked = asked.select_related("therapy__lead", "therapy__clinic")
    given = get_object_or_404(
        asked.annotate(**readers("homework_givenmeasure.therapy_id")), pk=given
    )
    kept = Draft.objects.answers_of(request.user, "measure", given.pk)
    form = MeasureForm(
        request.POST or None,
        given=given,
        user=request.user,
        initial={"device_id": uuid4()} | kept,
    )
    result = form.is_valid() and form.send()
    if result:
        return redirect("measure-result", result.pk)
    page = {"given": given, "form": form, "readers": Readers.of(given)}
    # What came from a page that was open before comes back with its answers all the same.
    offered = GivenMeasure.objects.offered().filter(pk=given.pk)
    page["is_offered"] = form.is_bound or offered.exists()
    page |= {"therapy": given.therapy, "lines": crisis.lines(given.therapy.crisis_text)}
    status = 422 if form.is_bound else 200
    return render(request, "homework/client/measure.html", page, status=status)


@never_cache
def measure_result(request, result):
    """What was answered, in plain words; with help first where question nine asks for it."""
    sent = MeasureResult.objects.of_client(request.user)
    sent = sent.select_related("therapy__lead", "therapy__clinic", "read_by", "withdrawn_by")
    sent = sent.annotate(**readers("homework_measureresult.therapy_id"))
    result = get_object_or_404(sent, pk=result)
    page = {"result": result, "before": before(result), "readers": Readers.of(result)}
    page["lines"] = crisis.lines(result.therapy.crisis_text)
    return render(request, "homework/client/measure_result.html", page)
