"""A client's copy of everything: which files there are, which are made, and fetching one."""

from datetime import timedelta

from allauth.account.decorators import reauthentication_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from accounts.models import AuditEvent
from accounts.throttle import allows, seconds_left
from config.attachment import attached
from config.errors import wait
from config.form_pages import form_page
from records.forms import CopyForm
from records.models import Copy
from records.reading import therapies_of
from records.tasks import wake
from records.writers import WRITERS

# A worker has begun by then; if not, there is none, and the page makes it itself.
PATIENCE = timedelta(seconds=6)


def copies(request):
    form = CopyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not allows(request, "copy", request.user.pk):
            return wait(request, seconds_left(request, "copy", request.user.pk))
        Copy.ask(request.user, form.cleaned_data["kind"])
        wake()
        return redirect("export")
    make_those_forgotten(request.user)
    mine = list(Copy.objects.of(request.user).defer("content"))
    seen = seen_of(mine)
    if request.GET.get("seen") == seen:
        return HttpResponse(status=204)
    waits = any(copy.is_waiting for copy in mine)
    context = {"form": form, "copies": mine, "waits": waits, "seen": seen}
    return form_page(request, "records/export.html", context)


def seen_of(copies):
    """What a page shows of them: another word as soon as one goes on."""
    return "-".join(f"{copy.pk.hex[:8]}{copy.stage}" for copy in copies)


def make_those_forgotten(user):
    late = Copy.objects.of(user).filter(asked_at__lt=timezone.now() - PATIENCE)
    while copy := late.take():
        copy.make()


def fetch(request, copy):
    mine = Copy.objects.of(request.user)
    return handed_over(request, get_object_or_404(mine, pk=copy, stage=Copy.Stage.READY))


@reauthentication_required
def handed_over(request, copy):
    """The file, with a name that says nothing, and a line in the audit of each therapy."""
    writer = WRITERS[copy.kind]
    for therapy in therapies_of(request.user):
        AuditEvent.record(request.user, "record.exported", therapy, file=writer.ending)
    return attached(copy.file, media_type=writer.media_type, name=f"notes.{writer.ending}")
