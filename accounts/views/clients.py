"""A therapist's new client, and the invitation of one."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render

from accounts import emails, shown_once
from accounts.forms.clients import ClientForm, InvitationForm
from accounts.models import Clinic, Membership
from accounts.qr import qr_code
from accounts.throttle import throttle
from config.form_pages import form_page, sent


@throttle("invite")
def client_new(request):
    """Refused, with the names of who can help, while the crisis text is not set."""
    clinics = Clinic.objects.of_therapist(request.user).order_by("name")
    if not clinics:
        raise PermissionDenied  # Ended in this very moment.
    not_ready = [clinic for clinic in clinics if not clinic.may_invite_clients]
    if len(not_ready) == len(clinics):
        return cannot_invite(request, clinics[0])
    form = ClientForm(sent(request), by=request.user, clinics=clinics)
    if request.method == "POST" and form.is_valid():
        return begun(request, *form.save_once())
    context = {"form": form, "not_ready": not_ready}
    return form_page(request, "accounts/client_new.html", context)


def cannot_invite(request, clinic):
    admins = Membership.objects.admins().filter(clinic=clinic).select_related("user")
    context = {"clinic": clinic, "admins": [membership.user for membership in admins]}
    return render(request, "accounts/cannot_invite.html", context)


def begun(request, therapy, invitation):
    if therapy is None:
        return redirect("client-new")
    if invitation is not None:
        hand_out(request, invitation)
    return redirect("client-page" if therapy.on_paper else "invitation", therapy.pk)


@throttle("invite")
def invitation(request, therapy):
    """Where it stands; send it again; take it back."""
    form = InvitationForm(sent(request), therapy=request.therapy, by=request.user)
    if "revoke" in request.POST:
        form.revoke()
        return redirect("invitation", therapy)
    if request.method == "POST" and form.is_valid():
        hand_out(request, form.save())
        return redirect("invitation", therapy)
    context = {"form": form, "therapy": request.therapy, **secret(request, form.invitation)}
    return form_page(request, "accounts/invitation.html", context)


def hand_out(request, invitation):
    """The link for the next page, and the mail where there is an address."""
    shown_once.keep(request, invitation, settings.PUBLIC_URL + invitation.link_path())
    mail_invitation(request, invitation)


def mail_invitation(request, invitation):
    if invitation.email:
        name = "invitation" if invitation.therapy_id else "member_invitation"
        mail = emails.write(name, invitation.email, invitation=invitation)
        emails.send_later(mail, request, about=invitation.pk)


def secret(request, invitation):
    """The link and its picture, on the first page after the press only."""
    link = shown_once.take(request, invitation)
    return {"invitation": invitation, "link": link, "qr": link and qr_code(link)}
