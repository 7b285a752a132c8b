from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from homework.begun import Begun
from homework.cards import Card
from homework.forms.worksheet import WorksheetForm
from homework.readers import Readers
from homework.views.client.cards import homework_of, saved_url
from homework.views.client.log import initial
from homework.walk import Walk


@never_cache
def worksheet(request, assignment):
    """A homework's questions, one at a time; `?all` shows them on one page."""
    homework = homework_of(request.user, assignment)
    if not homework.prompts:
        return redirect("log", homework.pk)
    begun = Begun(request, "worksheet", homework.pk)
    kept = initial(request, begun)
    told = {"homework": homework, "user": request.user, "readers": Readers.of(homework)}
    form = WorksheetForm(request.POST or None, initial=kept, **told)
    entry = form.is_valid() and form.log()
    if entry:
        return redirect(saved_url(Card.after(entry, homework, request.user)))
    walk = Walk(form.questions, request.GET.get("step") or kept.get("step"))
    page = {"homework": homework, "form": form, "walk": walk, "begun": begun}
    page["elsewhere"] = begun.beside(form)
    page["at_once"] = form.is_bound or "all" in request.GET
    status = 422 if form.is_bound else 200
    return render(request, "homework/client/worksheet.html", page, status=status)
