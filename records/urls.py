from django.urls import path

from records import views

urlpatterns = [
    path("me/export/", views.about, name="export"),
    path("me/export/page/", views.as_page, name="export-page"),
    path("me/export/data/", views.as_data, name="export-data"),
]
