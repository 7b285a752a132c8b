"""What the client proposed of their own: taken into next week, or not now."""

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from homework.forms.planning import ReviewForm
from homework.forms.proposal import TakingForm
from homework.golden_thread.reading import proposals_seen
from homework.hour import Hour
from homework.views.planning.page import leave
from homework.views.planning.review import keeps_review, screen


def of_therapy(request, pk):
    seen = proposals_seen(request.therapy).select_related("assignment", "therapy")
    return get_object_or_404(seen, pk=pk)


@keeps_review
def proposal_taking(request, therapy, proposal):
    """Into the draft, and on to talking it through."""
    hour = Hour.locked(request.therapy)
    form = TakingForm(of_therapy(request, proposal), hour=hour, by=request.user)
    homework = form.take()
    if homework is None:
        return screen(request, ReviewForm(hour=hour, by=request.user), form)
    return leave(request, "assignment-edit", homework.pk)


@keeps_review
def proposal_not_now(request, therapy, proposal):
    proposal = of_therapy(request, proposal)
    proposal.not_now(by=request.user)
    if proposal.state == "not_now":
        said = _("Answered: not now. It can come up again when you meet.")
    else:
        said = _("This proposal does not wait for an answer any more.")
    return leave(request, "review", said=said)
