"""What somebody sent and could not be taken now waits for them, and where they go meanwhile."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from accounts import policy
from accounts.models import ParkedPost
from accounts.models.parked_post import kept_of, words_of
from accounts.throttle import allows
from accounts.wall import things_of

# What waits itself, the window beside a page that waits for it, an invitation that is open.
AWAITED = ("/parked/", "/signed-in-again/", "/join/")


def park(request, author):
    """The parked post; None of a question, and when its author has too many waiting."""
    if not is_question(request) and allows(request, "parked", author):
        path = request.get_full_path()
        with things_of(author):
            return ParkedPost.park(author_id=author, path=path, data=request.POST)
    return None


def is_question(request):
    rule = policy.rule_for(request.resolver_match.view_name)
    return rule is not None and rule.is_question


def hand_back(request, why="out"):
    """A page that holds what was sent, to be sent again; None where nothing was said.

    `why`: signed "out", the app is "locked", the "second" step is missing, the page is from
    before signing in "anew", or something is "asked" first.
    """
    kept = {} if is_question(request) else kept_of(request.POST)
    in_place = request.headers.get("HX-Request")
    if not kept:
        return None
    if in_place and why == "out":
        # It stands on its page still, and only has to be told.
        return HttpResponse(status=401)
    fields = [(name, value) for name, values in kept.items() for value in values]
    page = {"path": request.get_full_path(), "fields": fields, "words": words_of(fields)}
    status = 422 if in_place else 401
    response = render(request, "accounts/handed_back.html", page | {"why": why}, status=status)
    response.headers["Cache-Control"] = "no-store"
    if in_place:
        # Its page cannot send it any more: this one takes the whole place, and can.
        response.headers["HX-Retarget"], response.headers["HX-Reswap"] = "body", "innerHTML"
        # Whatever part its page would have taken out of the answer.
        response.headers["HX-Reselect"] = ".skip, .top, #main"
    return response


def send_to(request, url):
    """A redirect that htmx follows with the whole page, not into the card that was pressed."""
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": url})
    return redirect(url)


def onward(request):
    """Where the person was going, if that is a page of ours."""
    url = request.POST.get("next") or request.GET.get("next", "")
    hosts, secure = {request.get_host()}, request.is_secure()
    # A word without a slash would be taken for a page's name.
    is_ours = url.startswith("/") and url_has_allowed_host_and_scheme(url, hosts, secure)
    return url if is_ours else reverse("home")


def waits_first(user, url):
    """Where what they sent waits, before they go to `url` from signing in; None where nothing does.

    The page that was told of it may be closed by now, or somebody else has signed in on it.
    """
    if url.startswith(AWAITED):
        return None
    with things_of(user.pk):
        post = ParkedPost.objects.waiting_for(user).first()
    return post and reverse("parked", args=[post.pk])


def is_from_outbox(request):
    """Sent again by a phone, which keeps it until it is taken: nothing needs to be parked."""
    return "X-Outbox" in request.headers
