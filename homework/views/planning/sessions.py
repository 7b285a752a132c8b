"""The hours: booked, moved, called off, missed; and what was understood in them."""

from dataclasses import dataclass
from datetime import datetime

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from config.form_pages import sent
from homework.forms.session import BookForm, InsightForm, MoveForm
from homework.golden_thread.reading import seen_since
from homework.models import TherapySession
from homework.views.planning.page import leave, page
from homework.wall_clock import elsewhere

PAST = 12


@dataclass
class Hour:
    """A session as the list prints it; `there` is the client's clock where it differs."""

    session: TherapySession
    there: datetime | None


def hours(sessions, therapy):
    here, there = therapy.clinic.zone, therapy.zone
    return [Hour(each, elsewhere(each.starts_at, here, there)) for each in sessions]


def sessions(request, therapy):
    form = BookForm(request.POST or None, therapy=request.therapy, by=request.user)
    if request.method == "POST" and (count := form.save()):
        said = ngettext("Booked.", "%(count)d sessions are booked.", count) % {"count": count}
        return leave(request, "sessions", said=said)
    return listed(request, form)


def listed(request, form, **context):
    own = request.therapy.sessions.prefetch_related("insights")
    planned, past = own.upcoming(), own.past()
    if since := seen_since(request.therapy):
        past = past.filter(starts_at__gte=since)
    context |= {
        "form": form,
        "planned": hours(planned, request.therapy),
        "past": hours(past[:PAST], request.therapy),
        "called_off": hours(own.cancelled_ahead(), request.therapy),
    }
    return page(request, "sessions.html", **context)


def of_therapy(request, pk):
    return get_object_or_404(request.therapy.sessions, pk=pk)


def session_edit(request, therapy, session):
    found = of_therapy(request, session)
    data = sent(request)
    form = MoveForm(data, session=found, therapy=request.therapy, by=request.user)
    if data is not None and form.save():
        return leave(request, "sessions", said=_("Moved."))
    there = elsewhere(found.starts_at, request.therapy.clinic.zone, request.therapy.zone)
    return page(request, "session.html", form=form, session=found, there=there)


def session_cancellation(request, therapy, session):
    of_therapy(request, session).cancel(by=request.user)
    return leave(request, "sessions", said=_("Called off. The week plan stays as it is."))


def session_missed(request, therapy, session):
    of_therapy(request, session).mark_missed(by=request.user)
    return leave(request, "sessions", said=_("Noted."))


def insight_new(request, therapy, session):
    found = of_therapy(request, session)
    form = InsightForm(request.POST)
    if form.save(found, by=request.user):
        return leave(request, "sessions", place=f"#session-{found.pk}")
    empty = BookForm(therapy=request.therapy, by=request.user)
    return listed(request, empty, insight=form, insight_of=found)
