"""A client asks that their record be erased, and takes it back while it waits."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.models import Therapy
from records.erasing import kept_for, works_here
from records.models import Erasure
from records.receipts import send_notice


@reauthentication_required(allow_get=True)
def erasure(request):
    """Says what goes and what stays; the press asks who it is."""
    if request.method == "POST":
        wish, is_new = Erasure.ask(by=request.user)
        if is_new:
            send_notice(wish)
        return redirect("erasure")
    therapies = Therapy.objects.of_client(request.user).select_related("clinic", "lead")
    context = {
        "waits": Erasure.objects.waiting_of(request.user),
        "kept": [each for therapy in therapies if (each := kept_for(therapy))],
        "works_here": works_here(request.user),
        "goes_on": any(therapy.is_open for therapy in therapies),
    }
    return render(request, "records/erasure.html", context)


def erasure_undo(request):
    """As quick as can be: who comes to keep something is not asked for a password."""
    if waits := Erasure.objects.waiting_of(request.user):
        if waits.undo(by=request.user):
            messages.success(request, _("Nothing will be erased. Your record stays as it is."))
        else:
            messages.error(request, _("It is too late to take it back."))
    return redirect("erasure")
