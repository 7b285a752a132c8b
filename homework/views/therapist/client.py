"""One client: the golden thread on one page, and what came before it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import AuditEvent
from config.form_pages import form_page, sent
from homework.forms.feedback import FeedbackForm
from homework.golden_thread import GoldenThread, OlderWeeks, Told, entries_told
from homework.golden_thread.looking import mark_opened, mark_quoted


def client_page(request, therapy):
    """Whoever looks has read what is shown, and the client can see who looked."""
    return looked_at(request, GoldenThread(request.therapy, request.user), "client.html")


def client_pictures(request, therapy):
    """Half a year in pictures. Counts and ratings open no entry; words that stand here do."""
    AuditEvent.record(request.user, "therapy.read", request.therapy)
    thread = GoldenThread(request.therapy, request.user)
    context = {"thread": thread, "pictures": thread.album, "therapy": request.therapy}
    response = render(request, "homework/therapist/pictures.html", context)
    mark_quoted(thread.album.quoted, by=request.user)
    return response


def client_history(request, therapy):
    older = OlderWeeks(request.therapy, request.user, before=request.GET.get("before", ""))
    return looked_at(request, older, "history.html")


def looked_at(request, thread, template):
    AuditEvent.record(request.user, "therapy.read", request.therapy)
    context = {"thread": thread, "therapy": request.therapy}
    response = render(request, f"homework/therapist/{template}", context)
    # After the page was made: it still says what is new in it.
    thread.mark_read()
    return response


def entry_feedback(request, therapy, entry):
    """A few words on one entry, once; sent again they take the place of the earlier ones."""
    open_ones = entries_told(request.therapy).standing().shared()
    found = get_object_or_404(open_ones.select_related("assignment", "feedback"), pk=entry)
    AuditEvent.record(request.user, "entry.read", found)
    told = Told(found)
    mark_opened(request.therapy, [told] if told.is_new else [], by=request.user)
    form = FeedbackForm(sent(request), entry=found)
    if request.method == "POST" and form.is_valid():
        form.give(by=request.user)
        messages.success(request, _("Kept. It is read on the next visit."))
        return redirect(reverse("client-page", args=[therapy]) + f"#entry-{entry}")
    if request.method == "GET":
        AuditEvent.record(request.user, "therapy.read", request.therapy)
    context = {"form": form, "told": told, "therapy": request.therapy}
    return form_page(request, "homework/therapist/feedback.html", context)
