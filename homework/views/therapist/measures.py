"""Measures of one client at the desk: given, stopped, read; and flags, answered."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts import crisis
from accounts.rule import LEAD
from config.form_pages import form_page
from homework.client_measures import ClientMeasures, flags_seen
from homework.forms.flag import FlagForm
from homework.forms.measure import GiveForm
from homework.forms.measure_paper import PaperMeasureForm
from homework.models import Flag, FlagDuty
from homework.paper.measure import questionnaire
from homework.views.planning.page import first_name, leave, may_write, page, therapy_url
from homework.views.planning.paper import printed

GIVEN = gettext_lazy("Given. It stands on Today from now on.")
GIVEN_BY_HAND = gettext_lazy("Given. Print it, and enter what comes back.")

TAKEN_BACK = gettext_lazy("Taken back. Enter it anew below.")
ENDED_MEANWHILE = gettext_lazy(
    "The therapy has ended meanwhile. What you entered is kept for the client alone."
)
NOT_ASKED = gettext_lazy("Taken back. To enter it anew, give the measure again.")


def by_hand(request):
    return request.therapy.client_id is None


def measures(request, therapy):
    """What is asked, what was answered, and giving another one where somebody answers flags."""
    form = GiveForm(request.POST or None)
    if form.is_valid() and form.give(request.therapy, by=request.user):
        return leave(request, "measures", said=GIVEN_BY_HAND if by_hand(request) else GIVEN)
    is_on = FlagDuty.objects.in_force().filter(clinic=request.therapy.clinic_id).exists()
    shown = ClientMeasures(request.therapy)
    answer = page(request, "measures.html", form=form, measures=shown, is_on=is_on)
    shown.mark_read(by=request.user)
    return answer


def measure_stopping(request, therapy, given):
    given = get_object_or_404(request.therapy.given_measures, pk=given)
    given.stop(by=request.user)
    return leave(request, "measures", said=_("It is not asked any more. The answers stay."))


def measure_pdf(request, therapy, given):
    """To be filled in by hand, in the client's language."""
    data = questionnaire(given_in(request.therapy, given))
    return printed(request, "measure", data, name="questions")


def measure_entering(request, therapy, given):
    """What came back by hand."""
    given = given_in(request.therapy, given)
    form = PaperMeasureForm(request.POST or None, given=given, by=request.user)
    if form.is_valid() and (result := form.send()):
        return entered(request, result)
    lines = crisis.lines(request.therapy.crisis_text)
    return page(request, "measure_entering.html", form=form, given=given, lines=lines)


def entered(request, result):
    """A flag leads to its page at once, with whom to call. The therapy may have ended while the
    sheet was on its way: then it is the client's own, and only a flag is looked at."""
    request.therapy.refresh_from_db(fields=["ended_at"])
    raised = Flag.objects.filter(result=result).first()
    if request.therapy.is_open:
        if raised:
            return redirect(therapy_url(request, "flag", raised.pk))
        return leave(request, "measures", said=_("Saved."))
    messages.warning(request, ENDED_MEANWHILE)
    may_look = raised and Flag.objects.after_end(request.user.pk).filter(pk=raised.pk).exists()
    return redirect("flag-after-end", raised.pk) if may_look else redirect("caseload")


def measure_withdrawal(request, therapy, result):
    """A slip of whoever entered it; it is entered anew where it is asked."""
    result = get_object_or_404(request.therapy.measure_results, pk=result)
    result.therapy = request.therapy
    result.withdraw(by=request.user)
    asked = request.therapy.given_measures.standing().filter(measure=result.measure)
    return leave(request, "measures", said=TAKEN_BACK if asked.exists() else NOT_ASKED)


def given_in(therapy, pk):
    given = get_object_or_404(therapy.given_measures, pk=pk)
    given.therapy = therapy
    return given


def flag(request, therapy, flag):
    """What raised it, and what was done. Whoever answers it first has answered it."""
    raised = get_object_or_404(flags_seen(request.therapy), pk=flag)
    raised.result.therapy = request.therapy
    if not (request.therapy.is_open or raised.is_answered) and request.therapy.access in LEAD:
        return redirect("flag-after-end", raised.pk)
    form = FlagForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and form.answer(raised, by=request.user):
        messages.success(request, _("Kept, with your name and the time."))
        return leave(request, "client-page")
    lines = crisis.lines(request.therapy.crisis_text) if raised.result.is_from_paper else ()
    answer = page(request, "flag.html", form=form, flag=raised, lines=lines)
    if may_write(request.therapy):
        raised.result.read(by=request.user)
    return answer


def flag_after_end(request, flag):
    """The one answer, where the therapy has ended: no other page of the record opens with it."""
    raised = Flag.objects.after_end(request.user.pk)
    raised = raised.select_related("therapy__clinic", "result__withdrawn_by", "answered_by")
    raised = get_object_or_404(raised.select_related("passed_to"), pk=flag)
    raised.result.therapy = raised.therapy
    form = FlagForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and form.answer(raised, by=request.user):
        messages.success(request, _("Kept, with your name and the time."))
        return redirect("caseload")
    raised.read(by=request.user)
    context = {
        "flag": raised,
        "form": form,
        "therapy": raised.therapy,
        "leads": raised.therapy.lead_id == request.user.pk,
        "name": first_name(raised.therapy),
        "may_write": True,
    }
    return form_page(request, "homework/therapist/flag_after_end.html", context)
