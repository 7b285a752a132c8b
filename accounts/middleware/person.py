"""The signed-in person's words and time: language, zone, and the length of their sign-in."""

from zoneinfo import ZoneInfo

from django.contrib.auth.middleware import get_user
from django.utils import timezone, translation

from accounts.hats import NONE


class PersonContext:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.hats = getattr(request, "hats", NONE)
        if not request.user.is_authenticated:
            return self.get_response(request)
        # Themselves, not the lazy stand-in: a page asks a hundred times.
        person = request.user = get_user(request)
        with timezone.override(ZoneInfo(person.time_zone)), translation.override(person.language):
            request.LANGUAGE_CODE = translation.get_language()
            return self.get_response(request)
