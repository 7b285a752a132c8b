"""Every address. What each asks of a person stands in accounts/policy.py."""

from django.conf import settings
from django.urls import include, path

from accounts import operator
from config import views

handler400 = "config.errors.bad_request"
handler403 = "config.errors.denied"
handler404 = "config.errors.not_found"
# Asked for by the sign-in library.
handler429 = "config.errors.too_many"
handler500 = "config.errors.server_error"

urlpatterns = [
    path("", views.home, name="home"),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    # Tried in turn, so what is asked most stands first.
    path("", include("homework.urls.client")),
    path("", include("homework.urls.therapist")),
    path("", include("homework.urls.planning")),
    path("accounts/", include("allauth.urls")),
    path("", include("accounts.urls.joining")),
    path("", include("accounts.urls.me")),
    path("", include("accounts.urls.phone")),
    path("", include("accounts.urls.clinic")),
    path("", include("homework.urls.clinic")),
    path("", include("reminders.urls")),
    path("", include("records.urls")),
]
if settings.OPERATOR_PATH:
    urlpatterns.append(path(f"{settings.OPERATOR_PATH}/", operator.site.urls))
if settings.LOCAL:
    urlpatterns.append(path("dev/mailbox/", include("config.mailbox.urls")))
