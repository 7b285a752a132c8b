from django.urls import path

from accounts.views import clients, joining

urlpatterns = [
    path("join/<str:token>/", joining.join, name="join"),
    path("caseload/new/", clients.client_new, name="client-new"),
    path("caseload/<uuid:therapy>/invitation/", clients.invitation, name="invitation"),
]
