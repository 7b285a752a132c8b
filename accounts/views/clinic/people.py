from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.db.models import Exists, OuterRef, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache

from accounts.forms.clinic import EndMembershipForm, InviteForm, RolesForm
from accounts.models import Invitation, Membership
from accounts.throttle import throttle
from accounts.views.clients import mail_invitation
from accounts.views.clinic import second_factor
from accounts.views.clinic.of_admin import of_admin
from accounts.views.clinic.sign_ins import own_ended
from config.form_pages import form_page, sent

PAGE = 100
SHOWS = {
    "": gettext_lazy("Everybody"),
    "therapists": gettext_lazy("Therapists"),
    "admins": gettext_lazy("Admins"),
    "without": gettext_lazy("Without a second step"),
    "former": gettext_lazy("Not here any more"),
}


def members(clinic):
    has_factor = Exists(Authenticator.objects.filter(user=OuterRef("user")))
    rows = Membership.objects.filter(clinic=clinic).annotate(has_factor=has_factor)
    return rows.select_related("user").order_by("user__name", "pk")


@of_admin
def people(request):
    """By name, a page at a time."""
    show = request.GET.get("show", "")
    rows = shown(members(request.clinic), show).called_after(request.GET.get("after", ""))
    rows = list(rows[: PAGE + 1])
    after = rows[PAGE - 1].pk if len(rows) > PAGE else None
    return page(request, members=rows[:PAGE], after=after, show=show if show in SHOWS else "")


@of_admin
@never_cache
def people_search(request):
    """By a name or an address, sent, so that no address of a page holds it."""
    words = request.POST.get("words", "").strip()[:100].replace("\0", "")
    named = Q(user__name__icontains=words) | Q(user__email__icontains=words)
    rows = members(request.clinic).filter(named) if words else members(request.clinic).none()
    return page(request, members=rows[:PAGE], words=words, show=None)


def page(request, **about):
    waiting = Invitation.objects.filter(
        clinic=request.clinic, therapy=None, accepted_at=None, revoked_at=None
    )
    invitations = waiting.order_by("-created_at")[:100] if about["show"] == "" else []
    context = {"shows": SHOWS, "invitations": invitations, **about}
    return render(request, "accounts/clinic/people.html", context)


def shown(rows, show):
    if show == "former":
        return rows.exclude(ended_at=None)
    conditions = {"therapists": {"is_therapist": True}, "admins": {"is_admin": True}}
    conditions["without"] = {"has_factor": False}
    return rows.active().filter(**conditions.get(show, {}))


@of_admin
@throttle("invite")
def invite(request):
    if request.method == "POST":
        request.clinic.hold()
    form = InviteForm(sent(request), clinic=request.clinic)
    if request.method == "POST" and form.is_valid():
        invitations = form.save(by=request.user)
        for invitation in invitations:
            mail_invitation(request, invitation)
        messages.success(request, on_their_way(len(invitations)))
        return redirect("clinic-people")
    return form_page(request, "accounts/clinic/invite.html", {"form": form})


def on_their_way(count):
    if not count:
        return _("They are all here or invited already.")
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
    """One person's place: roles, sign-ins, a lost second factor, the end of it."""
    row = get_object_or_404(members(request.clinic), pk=membership)
    forms = {
        name: form(request.POST if request.POST.get("do") == name else None, membership=row)
        for name, form in (("roles", RolesForm), ("end", EndMembershipForm))
    }
    pressed = request.method == "POST" and row.ended_at is None
    if pressed and (answer := did(request, row, forms)) is not None:
        return answer
    context = {"membership": row, **second_factor.about(row, request.user), **forms}
    return form_page(request, "accounts/clinic/member.html", context)


def did(request, row, forms):
    """Do what the pressed button says; None when its form has errors."""
    name, said = request.POST.get("do"), _("Saved.")
    if name in PRESSES:
        said = PRESSES[name](row, request.user)
    elif name in forms:
        if not forms[name].is_valid():
            return None
        forms[name].save(by=request.user)
    if name in ENDS_SIGN_INS and (home := own_ended(request, row.user_id)):
        return home
    if name in PRESSES or name in forms:
        messages.success(request, said)
    return redirect("clinic-people") if name == "end" else redirect("clinic-member", row.pk)


def sign_out(row, admin):
    row.end_sessions(by=admin)
    return _("Done. They are signed out everywhere.")


ENDS_SIGN_INS = ("end", "sign-out")
PRESSES = {"sign-out": sign_out, **second_factor.PRESSES}
