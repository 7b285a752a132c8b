"""What somebody sent and could not be taken now waits for them, and where they go meanwhile."""

from django.http import HttpResponse
from django.shortcuts import redirect

from accounts.models import ParkedPost
from accounts.throttle import allows


def park(request, author):
    """The parked post; None when its author has too many waiting."""
    if allows(request, "parked", author):
        path = request.get_full_path()
        return ParkedPost.park(author_id=author, path=path, data=request.POST)
    return None


def send_to(request, url):
    """A redirect that htmx follows with the whole page, not into the card that was pressed."""
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": url})
    return redirect(url)


def is_from_outbox(request):
    """Sent again by a phone, which keeps it until it is taken: nothing needs to be parked."""
    return "X-Outbox" in request.headers
