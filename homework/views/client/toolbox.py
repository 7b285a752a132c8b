from django.shortcuts import get_object_or_404, render

from accounts.sections import sections
from config.attachment import attached
from homework.models import Assignment, LibraryFile
from homework.toolbox import Toolbox


def toolbox(request):
    """What this client has practised, and how it goes, for whenever it is wanted."""
    context = {"toolbox": Toolbox(request.user), "sections": sections("toolbox", request)}
    return render(request, "homework/client/toolbox.html", context)


def given_file(request, file):
    """A file that goes with homework this client was given."""
    mine = LibraryFile.objects.given_to(Assignment.objects.of_client(request.user))
    found = get_object_or_404(mine, pk=file)
    return attached(found.opened, media_type=found.media_type, name=found.name)
