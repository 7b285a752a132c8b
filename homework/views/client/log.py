from uuid import uuid4

from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from homework.begun import Begun
from homework.cards import Card
from homework.forms.log import LogForm
from homework.goes_with import goes_with
from homework.readers import Readers
from homework.views.client.cards import homework_of, saved_url
from homework.views.client.today import read_day


@never_cache
def log(request, assignment):
    """One practice in full, today's or an earlier day's."""
    homework = homework_of(request.user, assignment)
    told = {"homework": homework, "user": request.user, "readers": Readers.of(homework)}
    begun = Begun(request, "log", homework.pk)
    form = LogForm(request.POST or None, initial=initial(request, begun), **told)
    entry = form.is_valid() and form.log()
    if entry:
        return redirect(saved_url(Card.after(entry, homework, request.user)))
    page = {"homework": homework, "form": form, "readers": told["readers"], "begun": begun}
    page |= {"elsewhere": begun.beside(form), **goes_with(homework)}
    status = 422 if form.is_bound else 200
    return render(request, "homework/client/log.html", page, status=status)


def initial(request, begun):
    """What was half-written before, the day that was pressed, and an id for this entry."""
    if request.method == "POST":
        return {}
    day = read_day(request)
    pressed = {"which": day.isoformat(), "day": day} if day else {}
    fresh = {"device_id": uuid4()}
    return fresh | begun.answers | pressed
