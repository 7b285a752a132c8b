from django.contrib.auth.decorators import login_not_required
from django.urls import path
from django.views.i18n import set_language

from accounts.views import clients, joining

urlpatterns = [
    # For whoever has no sign-in yet; a cookie keeps the choice. Afterwards it stands on Me.
    path("language/", login_not_required(set_language), name="language"),
    path("join/<str:token>/", joining.join, name="join"),
    path("caseload/new/", clients.client_new, name="client-new"),
    path("caseload/<uuid:therapy>/invitation/", clients.invitation, name="invitation"),
]
