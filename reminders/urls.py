from django.urls import path

from reminders import views

urlpatterns = [
    path("me/reminders/", views.MyReminders.as_view(), name="me-reminders"),
]
