from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.forms.clinic import EndMembershipForm, InviteForm, RolesForm
from accounts.models import Invitation, Membership
from accounts.second_factor import reset_second_factor, second_factors
from accounts.throttle import throttle
from accounts.views import sent
from accounts.views.clients import mail_invitation
from accounts.views.clinic.of_admin import of_admin


def members(clinic):
    has_factor = Exists(Authenticator.objects.filter(user=OuterRef("user")))
    rows = Membership.objects.filter(clinic=clinic).annotate(has_factor=has_factor)
    return rows.select_related("user").order_by("user__name")


@of_admin
def people(request):
    waiting = Invitation.objects.filter(
        clinic=request.clinic, therapy=None, accepted_at=None, revoked_at=None
    )
    context = {
        "members": members(request.clinic).active(),
        "former": members(request.clinic).exclude(ended_at=None)[:50],
        "invitations": waiting.order_by("-created_at")[:100],
    }
    return render(request, "accounts/clinic/people.html", context)


@of_admin
@throttle("invite")
def invite(request):
    form = InviteForm(sent(request))
    if request.method == "POST" and form.is_valid():
        invitations = form.save(request.clinic, by=request.user)
        for invitation in invitations:
            mail_invitation(request, invitation)
        messages.success(request, on_their_way(len(invitations)))
        return redirect("clinic-people")
    status = 422 if form.errors else 200
    return render(request, "accounts/clinic/invite.html", {"form": form}, status=status)


def on_their_way(count):
    if not count:
        return _("They are all here already.")
    words = ngettext(
        "One invitation is on its way.", "%(count)d invitations are on their way.", count
    )
    return words % {"count": count}


@of_admin
@throttle("invite")
def invitation(request, invitation):
    """Send it again, or take it back."""
    waiting = Invitation.objects.filter(clinic=request.clinic, therapy=None, accepted_at=None)
    row = get_object_or_404(waiting, pk=invitation, revoked_at=None)
    if "revoke" in request.POST:
        row.revoke(by=request.user)
    elif row.resend(by=request.user):
        mail_invitation(request, row)
        messages.success(request, on_their_way(1))
    return redirect("clinic-people")


@of_admin
def member(request, membership):
    """One person's place: roles, the end of it, a lost second factor."""
    row = get_object_or_404(members(request.clinic), pk=membership)
    forms = {
        name: form(request.POST if request.POST.get("do") == name else None, membership=row)
        for name, form in (("roles", RolesForm), ("end", EndMembershipForm))
    }
    pressed = request.method == "POST" and row.ended_at is None
    if pressed and (answer := did(request, row, forms)) is not None:
        return answer
    context = {"membership": row, "factors": second_factors(row), **forms}
    failed = any(form.errors for form in forms.values())
    return render(request, "accounts/clinic/member.html", context, status=422 if failed else 200)


def did(request, row, forms):
    """Do what the pressed button says; None when its form has errors."""
    name = request.POST.get("do")
    if name == "second-factor":
        reset_second_factor(row, by=request.user)
        messages.success(request, _("Done. At the next sign-in they set up a new one."))
    elif name in forms:
        if not forms[name].is_valid():
            return None
        forms[name].save(by=request.user)
        messages.success(request, _("Saved."))
    return redirect("clinic-people") if name == "end" else redirect("clinic-member", row.pk)
