"""Files that go with an exercise: added, handed over, taken out."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from config.attachment import attached
from homework.forms.library_file import LibraryFileForm
from homework.models import Exercise, LibraryFile
from homework.views.therapist.library import editable, exercise_page, readable


def exercise_files(request, exercise):
    found = editable(request, exercise)
    form = LibraryFileForm(request.POST, request.FILES, exercise=found, by=request.user)
    if not form.is_valid():
        return exercise_page(request, readable(request, exercise), form)
    revised = form.save()
    if revised.retired_at:
        messages.warning(request, _("It is not added: the exercise is no longer offered."))
    else:
        messages.success(request, _("Added. Homework that was agreed before stays as it was."))
    return leave(request, revised)


def file_of(exercise, pk):
    return get_object_or_404(LibraryFile.objects.filter(enclosures__exercise=exercise), pk=pk)


def exercise_file(request, exercise, file):
    found = file_of(readable(request, exercise), file)
    return attached(found.opened, media_type=found.media_type, name=found.name)


def exercise_file_removal(request, exercise, file):
    """Of an exercise that left the library, too, or was left behind: what clients have can be
    called back."""
    newest = Exercise.objects.newest_of(exercise)
    mine = newest.in_hands_of(request.user).first()
    found = mine or get_object_or_404(newest.left_behind(request.user))
    held = LibraryFile.objects.of_all_versions(found).defer("content").filter(pk=file).first()
    if held is None:
        return leave(request, found)
    if request.POST.get("from") == "everybody":
        revised = found.take_from_everybody(held, by=request.user)
        messages.success(request, _("Nobody has it with this exercise any more."))
    else:
        revised = found.take_out(held, by=request.user)
        left = LibraryFile.objects.left_with_clients(revised).filter(pk=file).exists()
        kept, gone = _("Taken out. Those who were given it keep it."), _("Taken out.")
        messages.success(request, kept if left else gone)
    return leave(request, revised)


def leave(request, exercise):
    """To where the exercise is."""
    if Exercise.objects.offered_to(request.user).filter(pk=exercise.pk).exists():
        return redirect("exercise", exercise.pk)
    return redirect("library-retired")
