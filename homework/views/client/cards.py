"""How the pages of a client answer a press: htmx with the card alone, a browser with a page."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from homework import card_rows
from homework.cards import CARD, ROW
from homework.models import PracticeEntry
from homework.today import Today


def homework_of(user, pk):
    """The client's homework as a card, or 404: what is not theirs does not exist."""
    return there(card_rows.homework_of(user, pk))


def pressed(request, pk):
    """The same for a press, which only htmx answers with the card."""
    read = card_rows.homework_of if request.htmx else card_rows.pressed
    return there(read(request.user, pk))


def there(homework):
    if homework is None:
        raise Http404
    return homework


def entry_of(user, pk):
    entries = PracticeEntry.objects.of_client(user).select_related("therapy", "feedback__by")
    return get_object_or_404(entries, pk=pk)


def shape(request):
    """The row or the card that was pressed: htmx names what it will replace."""
    return ROW if (request.htmx.target or "").startswith(ROW) else CARD


def answer(request, card):
    if request.htmx:
        status = 422 if card.sent else 200
        return render(request, card.template, {"card": card}, status=status)
    if card.sent:
        saved = card.entry and card.entry.pk
        today = Today(request.user, saved=saved, sent=card.sent)
        page = {"today": today, "form": card.sent}
        return render(request, "homework/client/today.html", page, status=422)
    if request.POST.get("from") == "entry":
        return redirect("entry", card.entry.pk)
    return redirect(saved_url(card))


def saved_url(card):
    """Today, with what was just saved to the fore; or the entry, where its week is over."""
    if not card.homework.is_on_today:
        return reverse("entry", args=[card.entry.pk])
    query = {"saved": card.entry.pk}
    if card.earlier:
        query["day"] = card.day.isoformat()
    return f"{reverse('today')}?{urlencode(query)}"
