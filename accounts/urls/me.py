from django.urls import path

from accounts.views import me

urlpatterns = [
    path("me/", me.me, name="me"),
    path("me/phone/", me.me_phone, name="me-phone"),
    path("me/looked/", me.looked, name="looked"),
    path("me/therapies/<uuid:therapy>/", me.ended, name="ended"),
    path("hat/", me.hat, name="hat"),
    path("help/", me.help_page, name="help"),
    # Its address is as harmless as the page: it stays in the history.
    path("measures/", me.leave, name="leave"),
    path("parked/<uuid:id>/", me.parked, name="parked"),
]
