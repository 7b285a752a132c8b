from django.conf import settings
from django.urls import path

from reminders.views import calendar, devices, health, later, mail_events, mine, press

urlpatterns = [
    path("today/<uuid:assignment>/later/", later.later, name="remind-later"),
    path("me/reminders/", mine.MyReminders.as_view(), name="me-reminders"),
    path("me/reminders/fewer/", mine.fewer, name="me-reminders-fewer"),
    path("me/calendar/", calendar.MyCalendar.as_view(), name="me-calendar"),
    path("calendar/<str:address>.ics", calendar.calendar, name="calendar"),
    path("me/devices/", devices.Devices.as_view(), name="me-devices"),
    path("me/devices/<uuid:device>/", devices.stop, name="me-device"),
    path("go/<str:link>/", press.lead, name="press"),
    path("stop/<str:stop>/", press.stop, name="stop"),
    path("healthz/reminders", health.flowing, name="healthz-reminders"),
    path(settings.METRICS_PATH or "metrics", health.metrics, name="metrics"),
    path("mail/events/", mail_events.mail_events, name="mail-events"),
]
