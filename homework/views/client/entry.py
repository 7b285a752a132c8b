from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from config.form_pages import form_page
from homework.begun import Begun
from homework.cards import Card
from homework.forms.correction import CorrectionForm
from homework.forms.details import DetailsForm
from homework.readers import Readers
from homework.views.client.cards import answer, entry_of, homework_of, shape

MET = _("It was changed on another phone meanwhile. Both are kept: the words before stand below.")


@never_cache
def entry(request, entry):
    """See an entry and what it said before; say it differently."""
    entry = entry_of(request.user, entry)
    entry.assignment = homework = homework_of(request.user, entry.assignment_id)
    begun = Begun(request, "entry", entry.pk)
    told = {"homework": homework, "entry": entry, "readers": Readers.of(homework)}
    form = CorrectionForm(request.POST or None, draft=begun.answers, **told)
    if form.is_valid():
        form.save(by=request.user)
        messages.info(request, MET if form.has_met_another else _("Saved."))
        return redirect("entry", entry.pk)
    entry.hear_feedback()
    page = told | {"form": form, "begun": begun, "elsewhere": begun.beside(form)}
    return form_page(request, "homework/client/entry.html", page)


def entry_details(request, entry):
    """How hard it was, what got in the way, a few words: said right after the press."""
    entry = entry_of(request.user, entry)
    homework = homework_of(request.user, entry.assignment_id)
    form = DetailsForm(request.POST, entry=entry, readers=Readers.of(homework))
    saved = form.is_valid() and form.save(by=request.user)
    shown = {"shape": shape(request), "sent": None if saved else form}
    return answer(request, Card.after(entry, homework, request.user, **shown))


def entry_withdrawal(request, entry):
    """Undo."""
    return changed(request, entry, lambda entry: entry.withdraw(by=request.user))


def entry_restoration(request, entry):
    """Undo the undo."""
    return changed(request, entry, lambda entry: entry.restore(by=request.user))


def entry_privacy(request, entry):
    """Keep the words to oneself, or share them."""
    keep = request.POST.get("private") != "no"
    return changed(
        request,
        entry,
        lambda entry: entry.make_private(by=request.user) if keep else entry.share(by=request.user),
    )


def changed(request, pk, change):
    entry = entry_of(request.user, pk)
    change(entry)
    homework = homework_of(request.user, entry.assignment_id)
    return answer(request, Card.after(entry, homework, request.user, shape=shape(request)))
