"""One homework of next week: added, agreed upon, moved, taken out; and of this week, withdrawn."""

from functools import wraps

from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from config.form_pages import sent
from homework.forms.assignment import AssignmentForm
from homework.goes_with import goes_with
from homework.hour import Hour
from homework.views.planning.page import leave, page, therapy_url
from homework.views.planning.review import keeps_review


def of_therapy(request, pk):
    homework = request.therapy.assignments.select_related("plan", "step__goal", "insight")
    return get_object_or_404(homework, pk=pk)


def drafted(view):
    """For what can be changed still. What is agreed shows itself, and stands: 422 to a POST."""

    @wraps(view)
    def wrapped(request, therapy, assignment):
        if request.method == "POST":
            request.therapy.lock()
        homework = of_therapy(request, assignment)
        if homework.state == "draft":
            return view(request, homework)
        response = page(request, "assignment/settled.html", homework=homework)
        response.status_code = 422 if request.method == "POST" else 200
        return response

    return wrapped


@drafted
def assignment_edit(request, homework):
    data = sent(request)
    form = AssignmentForm(data, homework=homework, hour=Hour(request.therapy), by=request.user)
    saved = data is not None and form.save()
    if request.htmx:
        return said(request, form)
    if not saved:
        beside = goes_with(homework)
        return page(
            request, "assignment.html", form=form, homework=homework, hour=form.hour, **beside
        )
    if form.asks_again:
        return redirect(therapy_url(request, "assignment-edit", homework.pk) + "#sure")
    return leave(request, "review", place=f"#homework-{homework.pk}")


def said(request, form):
    """The homework said back in one sentence, while it is being worded."""
    words = {"form": form, "homework": form.homework, "said": form.said, "now": timezone.now()}
    words["therapy"] = request.therapy
    return render(request, "homework/planning/assignment/said.html", words)


@keeps_review
@drafted
def assignment_removal(request, homework):
    """Out of next week. Last week's homework is only set aside: it can come back."""
    homework.remove(by=request.user)
    return leave(request, "review", said=_("Taken out of next week."))


@keeps_review
@drafted
def assignment_order(request, homework):
    homework.move(request.POST.get("to"), by=request.user)
    return leave(request, "review", place=f"#homework-{homework.pk}")


def assignment_withdrawal(request, therapy, assignment):
    homework = of_therapy(request, assignment)
    if homework.state == "agreed":
        homework.withdraw(by=request.user)
    return leave(request, "review", said=_("Withdrawn. What was practised stays in the record."))
