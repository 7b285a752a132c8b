from django.urls import path

from homework.views import clinic

urlpatterns = [path("clinic/measures/", clinic.clinic_measures, name="clinic-measures")]
