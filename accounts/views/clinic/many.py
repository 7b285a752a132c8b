import re
from datetime import timedelta

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import emails
from accounts.forms.many import ManyForm
from accounts.invited import Invited
from accounts.models import Membership
from accounts.throttle import throttle
from accounts.views.clinic.of_admin import of_admin
from accounts.views.clinic.people import on_their_way
from config.form_pages import sent

CHOICE = "therapist-"


@of_admin
@throttle("invite")
def many(request):
    """A table of people: looked at line by line, and sent by a second press.

    The table goes with the page, so nothing of it is kept here before it is sent. Sent twice, or
    from two windows, the second finds everybody invited.
    """
    form = ManyForm(sent(request), request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return page(request, form, None)
    sends = request.POST.get("do") == "send"
    if sends:
        request.clinic.hold()
        Membership.objects.hold_therapists(request.clinic.pk)
    chosen = chosen_of(request.POST) if sends else {}
    invited = Invited(request.clinic, form.cleaned_data["rows"], chosen)
    if not sends or invited.has_wrong:
        return page(request, form, invited)
    invitations = invited.invite(by=request.user)
    for invitation in invitations:
        mail(invitation)
    messages.success(request, on_their_way(len(invitations)))
    return redirect("clinic-people")


def chosen_of(post):
    """{number of the line: id of the therapist chosen for it}"""
    picks = ((name.removeprefix(CHOICE), post[name]) for name in post if name.startswith(CHOICE))
    return {int(number): pick for number, pick in picks if re.fullmatch("[0-9]{1,6}", number)}


def mail(invitation):
    name = "invitation" if invitation.therapy_id else "member_invitation"
    with emails.language_of(invitation.email):
        letter = emails.write(name, invitation.email, invitation=invitation)
        emails.leave(letter, about=invitation.pk)


def page(request, form, invited):
    if invited and invited.wrong:
        form.add_error("table", invited.wrong)
    context = {"form": form, "invited": invited, "example": example()}
    context["text"] = form.cleaned_data.get("text", "") if form.is_bound else ""
    failed = form.errors or (invited and invited.has_wrong)
    return render(request, "accounts/clinic/many.html", context, status=422 if failed else 200)


def example():
    """In the reader's words; each of them is understood."""
    again = (timezone.localdate() + timedelta(days=180)).isoformat()
    return "\n".join(
        [
            _("name, e-mail, role, therapist, under 18, consented by, ask again on"),
            _("Maya Lind, maya@example.org, therapist"),
            _("Nils Berg, nils@example.org, client, Maya Lind, no"),
            _("Ida Falk, ida@example.org, client, Maya Lind, yes, Eva Falk, %(day)s")
            % {"day": again},
        ]
    )
