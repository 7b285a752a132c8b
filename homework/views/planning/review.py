"""Review and plan, on one screen."""

from functools import wraps

from django.utils import timezone
from django.utils.translation import gettext as _

from config.form_pages import form_page
from homework.forms.library import NewAssignmentForm
from homework.forms.planning import ReviewForm
from homework.hour import Hour
from homework.views.planning.page import beside_the_yes, leave, page


def review(request, therapy):
    if request.method == "POST":
        return save(request)
    return screen(request, ReviewForm(hour=Hour(request.therapy), by=request.user))


def save(request):
    form = ReviewForm(request.POST, hour=Hour.locked(request.therapy), by=request.user)
    saved = form.save(finished=not request.htmx)
    if request.htmx:
        return line(request, form)
    if not saved:
        return screen(request, form)
    if request.POST.get("own_words", "").strip():
        return added(request)
    return leave(request, "review", said=_("Saved. Nothing is sent before you both agree."))


def line(request, form):
    """The answer to saving as it goes: one line, and what else it changed on the page."""
    context = {"form": form, "hour": Hour(request.therapy), "now": timezone.now()}
    if not form.errors:
        context["screen"] = ReviewForm(hour=context["hour"], by=request.user)
    context |= {"therapy": request.therapy, "may_write": True}
    return form_page(request, "homework/planning/review/saved.html", context)


def screen(request, form, refused=None):
    """`refused` is a verb's form that the plan is not ready for; its errors lead the page."""
    context = {"screen": form, "hour": form.hour, "form": refused or form}
    context["room"] = beside_the_yes(request, form.hour)
    response = page(request, "review.html", **context)
    # After the page was made: it still says what is new in it.
    form.hour.read(by=request.user)
    return response


def added(request):
    """A new homework in next week's plan, and on to its agreeing moment."""
    hour = Hour.locked(request.therapy)
    form = NewAssignmentForm(request.POST, hour=hour, by=request.user)
    homework = form.add()
    if homework is None:
        return screen(request, ReviewForm(hour=hour, by=request.user), form)
    return leave(request, "assignment-edit", homework.pk)


def keeps_review(view):
    """Save what stands on the review screen before one of its buttons does something else."""

    @wraps(view)
    def wrapped(request, therapy, **kwargs):
        if "edition" in request.POST:
            hour = Hour.locked(request.therapy)
            form = ReviewForm(request.POST, hour=hour, by=request.user)
            if not form.save():
                return screen(request, form)
        return view(request, therapy, **kwargs)

    return wrapped
