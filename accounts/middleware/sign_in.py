"""Every view asks for a signed-in user unless it says @login_not_required.

What somebody sends after their sign-in has expired is parked for them, so that nothing
they wrote is lost (design §2.2). Sent again from the parked page, it is let go once it
has arrived. Where nobody knows any more whose it is, it goes back to the page that sent it.
"""

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils.http import urlencode

from accounts.models import ParkedPost, User
from accounts.parking import hand_back, is_from_outbox, park, send_to
from accounts.sessions import AUTHOR
from accounts.wall import things_of


class SignInRequired(LoginRequiredMiddleware):
    def process_view(self, request, view_func, view_args, view_kwargs):
        self.remember_author(request)
        return super().process_view(request, view_func, view_args, view_kwargs)

    def process_response(self, request, response):
        if request.method == "POST" and "parked" in request.POST and response.status_code < 400:
            self.let_go(request)
        return response

    def let_go(self, request):
        if request.user.is_authenticated:
            mine = ParkedPost.objects.of(request.user)
            try:
                with things_of(request.user.pk):
                    mine.filter(pk=request.POST["parked"]).delete()
            except ValidationError:
                pass  # Not an id: somebody else's field of that name.

    def handle_no_permission(self, request, view_func):
        if is_from_outbox(request):
            return HttpResponse(status=401)
        if request.method == "GET":
            return self.ask_to_sign_in(request, request.get_full_path())
        return self.keep_words(request) or self.ask_to_sign_in(request, reverse("home"))

    def keep_words(self, request):
        author = request.method == "POST" and self.author_of_post(request)
        if author and (parked := park(request, author)):
            return self.ask_to_sign_in(request, reverse("parked", args=[parked.pk]))
        return hand_back(request)

    def ask_to_sign_in(self, request, after):
        return send_to(request, f"{resolve_url('account_login')}?{urlencode({'next': after})}")

    def remember_author(self, request):
        """A page that needs no sign-in, asked first, must not lose whose the next words are."""
        gone = not request.user.is_authenticated and request.session.is_empty()
        if gone and (author := self.author_of_expired(request)):
            request.session[AUTHOR] = author

    def author_of_post(self, request):
        """Of who has left nothing stays, but what another tab still sends is theirs."""
        left_by = getattr(request, "left_by", None)
        return str(left_by) if left_by else request.session.get(AUTHOR)

    def author_of_expired(self, request):
        """Whose sign-in it was: an expired session's row stays until it is swept."""
        key = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
        row = Session.objects.filter(session_key=key).first() if key else None
        known = row.get_decoded() if row else {}
        author = known.get(SESSION_KEY) or known.get(AUTHOR)
        people = User.objects.filter(is_active=True)
        return author if author and people.filter(pk=author).exists() else None
