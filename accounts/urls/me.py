from django.urls import path

from accounts.views import app_lock, consent, me

urlpatterns = [
    path("me/", me.me, name="me"),
    path("me/zone/", me.me_zone, name="me-zone"),
    path("me/phone/", me.me_phone, name="me-phone"),
    path("me/sign-ins/<int:sign_in>/end/", me.sign_in_end, name="sign-in-end"),
    path("me/undo/", me.me_undo, name="me-undo"),
    path("me/lock/", app_lock.app_lock_page, name="app-lock"),
    path("me/lock/now/", app_lock.lock_now, name="lock-now"),
    path("unlock/", app_lock.unlock, name="unlock"),
    path("unlock/life/", app_lock.sign_of_life, name="sign-of-life"),
    path("me/looked/", me.looked, name="looked"),
    path("me/therapies/<uuid:therapy>/", me.ended, name="ended"),
    path("me/consent/", consent.consent, name="consent"),
    path("hat/", me.hat, name="hat"),
    path("privacy/", me.privacy_page, name="privacy"),
    path("help/", me.help_page, name="help"),
    # Its address is as harmless as the page: it stays in the history.
    path("measures/", me.leave, name="leave"),
    path("parked/<uuid:id>/", me.parked, name="parked"),
]
