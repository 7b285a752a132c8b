from django.urls import path

from records import views

urlpatterns = [
    path("me/export/", views.copies, name="export"),
    path("me/bring/", views.bringing, name="bringing"),
    path("me/brought/", views.brought, name="brought"),
    path("caseload/<uuid:therapy>/brought/", views.brought_read, name="brought-read"),
    path("me/erasure/", views.erasure, name="erasure"),
    path("me/erasure/undo/", views.erasure_undo, name="erasure-undo"),
    path("me/export/<uuid:copy>/", views.fetch, name="export-file"),
]
