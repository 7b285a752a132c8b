"""The library: built-in exercises, the clinic's and one's own."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from config.form_pages import form_page, sent
from homework.clinic_counts import SMALLEST
from homework.forms.exercise import ExerciseForm
from homework.forms.library_file import LibraryFileForm
from homework.forms.library_search import LibrarySearch
from homework.forms.sheet_preview import shown_on_phone
from homework.models import Exercise, LibraryFile
from homework.retired import no_longer_offered
from homework.usage import usage_of


def library(request):
    search = LibrarySearch(request.GET, user=request.user)
    context = {"form": search, "shelves": search.shelves}
    return form_page(request, "homework/therapist/library.html", context)


def readable(request, pk):
    """The exercise as it is offered now, or 404: what is not offered does not exist."""
    offered = Exercise.objects.offered_to(request.user).newest_of(pk)
    found = get_object_or_404(offered.select_related("skill", "clinic", "owner"))
    return found.read_in(get_language())


def editable(request, pk):
    mine = Exercise.objects.editable_by(request.user).newest_of(pk)
    return get_object_or_404(mine.select_related("skill", "clinic"))


def exercise(request, exercise):
    return exercise_page(request, readable(request, exercise))


def exercise_page(request, found, form=None):
    """With the form for a file as it was refused, if it was."""
    may_edit = Exercise.objects.editable_by(request.user).filter(pk=found.pk).exists()
    context = {"exercise": found, "may_edit": may_edit, "resources": found.resources.all()}
    context["files"] = LibraryFile.objects.of(found.pk)
    if may_edit:
        context["left"] = LibraryFile.objects.left_with_clients(found)
        context["form"] = form or LibraryFileForm(exercise=found, by=request.user)
    context["preview"] = shown_on_phone(found)
    context["is_kept"] = found.kept_by.contains(request.user)
    context["usage"], context["fewest"] = usage_of(request.user).get(found.key), SMALLEST
    status = 422 if form else 200
    return render(request, "homework/therapist/exercise.html", context, status=status)


def exercise_new(request):
    return answer(request, ExerciseForm(sent(request), by=request.user))


def exercise_copy(request, exercise):
    """A sheet filled with somebody's exercise, to make one's own of it."""
    original = readable(request, exercise)
    form = ExerciseForm(sent(request), by=request.user, original=original)
    return answer(request, form, original=original)


def exercise_edit(request, exercise):
    found = editable(request, exercise)
    form = ExerciseForm(sent(request), by=request.user, exercise=found)
    return answer(request, form, exercise=found)


def answer(request, form, **context):
    """Saved, or the same page: with what is wrong, or with more lines for questions."""
    saved = form.save() if form.wants_saving else None
    if saved:
        messages.success(request, _("Saved. Homework that was agreed before stays as it was."))
        return redirect("exercise", saved.pk)
    context |= {"form": form}
    status = 422 if form.is_wrong else 200
    return render(request, "homework/therapist/exercise_form.html", context, status=status)


def exercise_retirement(request, exercise):
    """Taken out of the library, or offered again."""
    mine = Exercise.objects.in_hands_of(request.user)
    found = get_object_or_404(mine.newest_of(exercise))
    if request.POST.get("do") == "again":
        found.offer_again(by=request.user)
        messages.success(request, _("It is offered again."))
        return redirect("exercise", found.pk)
    found.retire(by=request.user)
    messages.success(request, _("It is no longer offered. Homework that came from it stays."))
    return redirect("library")


def library_retired(request):
    page = {"exercises": no_longer_offered(request.user)}
    return render(request, "homework/therapist/retired.html", page)


def exercise_sharing(request, exercise):
    """Given to the clinic, or back to who shared it."""
    found = editable(request, exercise)
    if request.POST.get("to") == "own":
        found.take_back(by=request.user)
    else:
        found.share(by=request.user)
    return redirect("exercise", found.pk)


def exercise_favourite(request, exercise):
    """Among one's favourites, or no longer; said twice it changes nothing."""
    found = readable(request, exercise)
    if request.POST.get("keep"):
        request.user.kept_exercises.add(found.pk)
    else:
        request.user.kept_exercises.remove(found.pk)
    return redirect("exercise", found.pk)
