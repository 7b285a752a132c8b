from django.urls import path

from reminders.views import calendar, mine

urlpatterns = [
    path("me/reminders/", mine.MyReminders.as_view(), name="me-reminders"),
    path("me/calendar/", calendar.MyCalendar.as_view(), name="me-calendar"),
    path("calendar/<str:address>.ics", calendar.calendar, name="calendar"),
]
