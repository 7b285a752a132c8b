from django.urls import path

from records import views

urlpatterns = [
    path("me/export/", views.about, name="export"),
    path("me/export/page/", views.as_page, name="export-page"),
    path("me/export/pdf/", views.as_pdf, name="export-pdf"),
    path("me/export/tables/", views.as_tables, name="export-tables"),
    path("me/export/data/", views.as_data, name="export-data"),
    path("me/export/fhir/", views.as_fhir, name="export-fhir"),
]
