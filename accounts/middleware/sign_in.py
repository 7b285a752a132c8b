"""Every view asks for a signed-in user unless it says @login_not_required.

What somebody sends after their sign-in has expired is parked for them, so that nothing
they wrote is lost (design §2.2).
"""

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.shortcuts import redirect, resolve_url
from django.urls import reverse
from django.utils.http import urlencode

from accounts.models import ParkedPost, User


class SignInRequired(LoginRequiredMiddleware):
    def handle_no_permission(self, request, view_func):
        if request.method == "POST" and (author := self.author_of_expired(request)):
            parked = ParkedPost.park(
                author_id=author, path=request.path, data=request.POST
            )
            return self.ask_to_sign_in(request, reverse("parked", args=[parked.pk]))
        return self.ask_to_sign_in(request, request.get_full_path())

    def ask_to_sign_in(self, request, after):
        url = f"{resolve_url('account_login')}?{urlencode({'next': after})}"
        if request.headers.get("HX-Request"):
            return HttpResponse(status=204, headers={"HX-Redirect": url})
        return redirect(url)

    def author_of_expired(self, request):
        """Whose sign-in it was: an expired session's row stays until it is swept."""
        row = Session.objects.filter(session_key=request.COOKIES.get(settings.SESSION_COOKIE_NAME)).first()
        author = row and row.get_decoded().get(SESSION_KEY)
        return author if author and User.objects.filter(pk=author, is_active=True).exists() else None
