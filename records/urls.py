from django.urls import path

from records import views

urlpatterns = [
    path("me/export/", views.copies, name="export"),
    path("me/export/<uuid:copy>/", views.fetch, name="export-file"),
]
