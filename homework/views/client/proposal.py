from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from accounts.models import Therapy
from homework.begun import Begun
from homework.forms.proposal import ProposalForm
from homework.models import HomeworkProposal
from homework.models.columns import readers
from homework.readers import Readers


@never_cache
def proposal(request, therapy):
    """A homework of one's own: proposed here, and what became of the ones before."""
    mine = Therapy.objects.of_client(request.user).accepted().select_related("lead")
    therapy = get_object_or_404(mine.annotate(**readers("accounts_therapy.id")), pk=therapy)
    begun = Begun(request, "proposal", therapy.pk)
    told = {"therapy": therapy, "readers": Readers.of(therapy)}
    form = ProposalForm(request.POST or None, initial=begun.answers, **told)
    if therapy.is_open and form.is_valid() and form.propose(by=request.user):
        messages.success(request, _("Sent. It is part of your week once you both agree."))
        return redirect("proposal", therapy.pk)
    standing = therapy.proposals.standing().select_related("therapy", "answered_by")
    proposals = list(standing.order_by("-proposed_at"))
    # Opening the page is reading the answers.
    for each in proposals:
        each.hear(by=request.user)
    page = {"therapy": therapy, "form": form, "proposals": proposals, "begun": begun}
    page["elsewhere"] = begun.beside(form)
    status = 422 if request.method == "POST" else 200
    return render(request, "homework/client/proposal.html", page, status=status)


def proposal_withdrawal(request, proposal):
    mine = HomeworkProposal.objects.of_client(request.user).select_related("therapy")
    proposal = get_object_or_404(mine, pk=proposal)
    proposal.withdraw(by=request.user)
    if proposal.state == "withdrawn":
        messages.success(request, _("You took it back. Nobody else sees it now."))
    else:
        messages.info(request, _("It was answered before you took it back."))
    return redirect("proposal", proposal.therapy_id)
