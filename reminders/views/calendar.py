"""The calendar of one person: the feed under its secret address, and the page that makes one."""

import hashlib

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from django.views import View

from accounts import hats, shown_once
from accounts.throttle import throttle
from reminders.calendar import feed_of
from reminders.models import CalendarAddress


@login_not_required
@throttle("calendar", key="address", reading=True)
def calendar(request, address):
    """What a calendar program asks for, every hour or so. It has no sign-in, and whoever is
    signed in in this browser does not count: the address alone says whose times these are."""
    opened = CalendarAddress.objects.by_token(address)
    if opened is None or not opened.user.is_active:
        raise Http404
    hats.enter(opened.user)
    with translation.override(opened.user.language):
        feed = feed_of(opened.user, opened.made_at)
    response = HttpResponse(feed, content_type="text/calendar; charset=utf-8")
    response["ETag"] = quote_etag(hashlib.sha256(feed).hexdigest())
    patch_cache_control(response, private=True, no_cache=True)
    return get_conditional_response(request, etag=response["ETag"], response=response)


class MyCalendar(View):
    """What the calendar shows and to whom; made, renewed and stopped here."""

    def get(self, request):
        address = CalendarAddress.objects.filter(user=request.user).first()
        context = {"address": address, "url": shown_once.take(request, address)}
        return render(request, "reminders/calendar.html", context)

    def post(self, request):
        address = CalendarAddress.objects.filter(user=request.user).first()
        if "stop" not in request.POST:
            address = CalendarAddress.renew(request.user)
            shown_once.keep(request, address, url_of(address))
        elif address:
            address.stop()
            messages.success(request, _("The calendar is off. The address opens nothing any more."))
        return redirect("me-calendar")


def url_of(address):
    return settings.PUBLIC_URL + reverse("calendar", args=[address.token])
