"""What somebody sent and could not be taken now waits for them, and where they go meanwhile."""

from django.http import HttpResponse
from django.shortcuts import redirect

from accounts import policy
from accounts.models import ParkedPost
from accounts.throttle import allows


def park(request, author):
    """The parked post; None of a question, and when its author has too many waiting."""
    rule = policy.rule_for(request.resolver_match.view_name)
    if not (rule and rule.is_question) and allows(request, "parked", author):
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
