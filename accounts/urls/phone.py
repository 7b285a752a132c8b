from django.urls import path

from accounts.views import phone

urlpatterns = [
    path("manifest.webmanifest", phone.manifest, name="manifest"),
    path("sw.js", phone.service_worker, name="worker"),
    path("offline/", phone.offline, name="offline"),
    path("sync/token/", phone.sync_token, name="sync-token"),
    path("signed-in-again/", phone.signed_in_again, name="signed-in-again"),
    path("waiting/", phone.waiting, name="waiting"),
]
