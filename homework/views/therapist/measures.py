"""Measures of one client at the desk: given, stopped, read; and flags, answered."""

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from homework.client_measures import ClientMeasures, flags_seen
from homework.forms.flag import FlagForm
from homework.forms.measure import GiveForm
from homework.models import FlagDuty
from homework.views.planning.page import leave, may_write, page


def measures(request, therapy):
    """What is asked, what was answered, and giving another one where somebody answers flags."""
    is_on = FlagDuty.objects.in_force().filter(clinic=request.therapy.clinic_id).exists()
    form = GiveForm(request.POST or None)
    if is_on and form.is_valid():
        form.give(request.therapy, by=request.user)
        return leave(request, "measures", said=_("Given. It stands on Today from now on."))
    shown = ClientMeasures(request.therapy)
    answer = page(request, "measures.html", form=form, measures=shown, is_on=is_on)
    shown.mark_read(by=request.user)
    return answer


def measure_stopping(request, therapy, given):
    given = get_object_or_404(request.therapy.given_measures, pk=given)
    given.stop(by=request.user)
    return leave(request, "measures", said=_("It is not asked any more. The answers stay."))


def flag(request, therapy, flag):
    """What raised it, and what was done. Whoever answers it first has answered it."""
    raised = get_object_or_404(flags_seen(request.therapy), pk=flag)
    form = FlagForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and form.answer(raised, by=request.user):
        messages.success(request, _("Kept, with your name and the time."))
        return leave(request, "client-page")
    answer = page(request, "flag.html", form=form, flag=raised)
    if may_write(request.therapy):
        raised.result.read(by=request.user)
    return answer
