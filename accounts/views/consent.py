"""Asking a client again, because what they agreed to says something else now."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts import privacy
from accounts.models import Consent, ParkedPost
from accounts.parking import onward


def consent(request):
    """What is new, a yes, and the ways that lead on without one."""
    agreed_to = request.user.agreed_to
    if agreed_to >= privacy.VERSION:
        return redirect(onward(request))
    if request.method == "POST":
        Consent.give(request.user, language=get_language())
        messages.success(request, _("Thank you. It is kept with today’s date."))
        return redirect(onward(request))
    page = {
        "new": privacy.new_since(agreed_to),
        "next": onward(request),
        "waits": ParkedPost.objects.waiting_for(request.user).exists(),
    }
    return render(request, "accounts/consent.html", page)
