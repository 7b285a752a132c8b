"""From an invitation to the first page, for clients and for members of a clinic."""

from allauth.account.app_settings import EmailVerificationMethod
from allauth.account.utils import perform_login
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from accounts.forms.joining import JoinForm, Taken
from accounts.models import Invitation
from accounts.throttle import throttle
from config.form_pages import form_page, sent


@login_not_required
@never_cache
@throttle("join", key="token")
def join(request, token):
    """What the invitation is, and one form. GET changes nothing: mail scanners open links."""
    invitation, way = Invitation.objects.by_token(token)
    if invitation is None:
        return over(request, token)
    form = join_form(request, invitation, way)
    if request.method == "POST" and form.is_valid():
        return joined(request, token, form)
    context = {
        "form": form,
        "invitation": invitation,
        "way": way,
        "sign_in": sign_in_first(request),
    }
    return form_page(request, "accounts/join.html", context)


def join_form(request, invitation, way):
    return JoinForm(
        sent(request),
        invitation=invitation,
        way=way,
        user=request.user,
        asked_before=request.hats.client,
    )


def joined(request, token, form):
    if form.known_address:
        messages.info(request, _("Sign in to go on. The invitation waits for you."))
        return redirect(sign_in_first(request))
    try:
        user = form.save()
    except Taken:
        return over(request, token)
    return redirect("home") if form.user else start(request, user, form)


def start(request, user, form):
    """Sign the new person in. Without a proved address that goes for a client only, and once."""
    client = form.invitation.therapy_id is not None
    return perform_login(
        request,
        user,
        email_verification=EmailVerificationMethod.NONE
        if client
        else EmailVerificationMethod.MANDATORY,
        redirect_url=reverse("home"),
        email=user.email,
    )


def over(request, token):
    """One page for every link that opens nothing; the one who used it goes on where it led."""
    if request.user.is_authenticated and Invitation.objects.used(token, by=request.user):
        return redirect("home")
    return render(request, "accounts/join_over.html", status=404)


def sign_in_first(request):
    return f"{resolve_url('account_login')}?{urlencode({'next': request.path})}"
