from django.urls import path

from config.mailbox import views

urlpatterns = [
    path("", views.mailbox, name="mailbox"),
    path("<slug:name>/", views.mailbox_letter, name="mailbox-letter"),
]
