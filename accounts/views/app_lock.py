"""The app lock: giving the PIN, choosing it, and locking at once."""

from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect, resolve_url
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from accounts import app_lock
from accounts.forms.app_lock import AppLockForm, UnlockForm
from accounts.parking import onward, send_to
from config.form_pages import form_page, sent


def unlock(request):
    """The page in front of all others while the app is locked; or the card over one of them."""
    lock = getattr(request.user, "app_lock", None)
    if lock is None:
        return redirect("home")
    form = UnlockForm(sent(request), lock=lock)
    if request.method == "POST":
        if form.is_valid():
            return unlocked(request)
        if lock.is_used_up:
            return signed_out(request)
    context = {
        "form": form,
        "locked": True,
        "next": onward(request),
        "has_passkey": request.user.authenticator_set.filter(type="webauthn").exists(),
    }
    page = "accounts/unlock_form.html" if request.htmx else "accounts/unlock.html"
    return form_page(request, page, context)


def unlocked(request):
    app_lock.open_here(request)
    if request.htmx:
        return HttpResponse(status=204, headers={"HX-Trigger": "app-open"})
    return redirect(onward(request))


def signed_out(request):
    """Five wrong tries: only the whole sign-in helps now."""
    after = urlencode({"next": onward(request)})
    logout(request)
    messages.info(request, _("There were five wrong tries, so you are signed out. Sign in anew."))
    return send_to(request, f"{resolve_url(settings.LOGIN_URL)}?{after}")


def app_lock_page(request):
    """Set, change or remove the lock; who forgot the PIN proves by password who they are."""
    lock = getattr(request.user, "app_lock", None)
    proved = did_recently_reauthenticate(request)
    form = AppLockForm(sent(request), user=request.user, lock=lock, proved=proved)
    if request.method == "POST":
        if form.is_valid():
            return settled(request, form.save())
        if lock and lock.is_used_up:
            return signed_out(request)
    context = {"form": form, "lock": lock, "proved": proved}
    return form_page(request, "accounts/app_lock.html", context)


def settled(request, lock):
    if lock:
        app_lock.open_here(request)
        messages.success(request, _("Saved. The app locks by itself now."))
    else:
        messages.success(request, _("The lock is gone."))
    return redirect(reverse("me") + "#lock")


def lock_now(request):
    app_lock.close(request)
    return redirect("unlock")


def sign_of_life(request):
    """Somebody is reading or writing on an open page; the middleware has noted it."""
    return HttpResponse(status=204)
