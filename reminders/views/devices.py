"""Reminders on this phone: what its browser needs to know, its yes, and its end."""

import json

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View

from reminders.channels.push import allowed_origin
from reminders.channels.web_push import bytes_of, point
from reminders.devices import bring_to_phone
from reminders.models import Device, VapidKey


class SubscriptionForm(forms.Form):
    """What a browser calls its subscription: where to post, and the keys to encrypt with."""

    endpoint = forms.CharField(max_length=1000)
    p256dh = forms.CharField(max_length=100)
    auth = forms.CharField(max_length=40)

    @classmethod
    def of(cls, body):
        try:
            said = json.loads(body)
            return cls({"endpoint": said["endpoint"], **said["keys"]})
        except (ValueError, KeyError, TypeError, RecursionError):
            return cls({})

    def clean_endpoint(self):
        if allowed_origin(self.cleaned_data["endpoint"]) is None:
            raise forms.ValidationError("")
        return self.cleaned_data["endpoint"]

    def clean_p256dh(self):
        try:
            point(self.cleaned_data["p256dh"])
        except ValueError:
            raise forms.ValidationError("") from None
        return self.cleaned_data["p256dh"]

    def clean_auth(self):
        try:
            right = len(bytes_of(self.cleaned_data["auth"])) == 16
        except ValueError:
            right = False
        if not right:
            raise forms.ValidationError("")
        return self.cleaned_data["auth"]


class Devices(View):
    """Spoken by static/js/push-here.js, in JSON."""

    def get(self, request):
        key, user = VapidKey.current().public, str(request.user.pk)
        return JsonResponse({"user": user, "key": key, "csrf": get_token(request)})

    @transaction.atomic
    def post(self, request):
        form = SubscriptionForm.of(request.body)
        if not form.is_valid():
            return HttpResponse(status=422)
        if request.user.leaves_no_trace:
            raise PermissionDenied
        is_first = not request.user.devices.exists()
        Device.subscribe(
            request.user,
            **form.cleaned_data,
            vapid_key=VapidKey.current(),
            session_key=request.session.session_key,
        )
        if is_first:
            bring_to_phone(request.user)
        return HttpResponse(status=204)


def stop(request, device):
    get_object_or_404(Device.objects.filter(user=request.user), pk=device).delete()
    messages.success(request, _("This device is no longer reminded."))
    return redirect(reverse("me") + "#on-phone")
