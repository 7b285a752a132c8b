"""What the links in messages do: lead the right person on, and stop what came uninvited."""

from django.contrib.auth.decorators import login_not_required
from django.core.signing import BadSignature, SignatureExpired
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.csrf import csrf_exempt

from accounts import hats
from accounts.models import User
from reminders import press
from reminders.models import Recipient


def lead(request, link):
    """On to the page, for whom it was meant; anybody else is told so, and no more."""
    try:
        whose, path = press.read_link(link)
    except SignatureExpired:
        return render(request, "reminders/link_over.html", status=410)
    except BadSignature:
        raise Http404 from None
    if whose != str(request.user.pk):
        return render(request, "reminders/link_of_another.html", status=404)
    return redirect(path)


@login_not_required
@csrf_exempt  # A mail program presses it, without a page of ours (RFC 8058).
def stop(request, stop):
    """Looking changes nothing: scanners follow every link of a mail."""
    try:
        whose, kinds = press.read_stop_link(stop)
    except BadSignature:
        raise Http404 from None
    user = get_object_or_404(User, pk=whose)
    if request.method == "POST":
        hats.enter(user)
        for recipient in Recipient.objects.filter(user=user):
            recipient.leave_out(kinds, by=user)
    return render(request, "reminders/stop.html", {"stopped": request.method == "POST"})
