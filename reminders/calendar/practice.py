"""When somebody means to practise: at the agreed time, or on the day where none was agreed."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse

from homework.models import Assignment
from homework.practice_day import practice_today
from reminders.clock import on_practice_day
from reminders.outside import cover_of

AHEAD = timedelta(days=14)
LASTS = timedelta(minutes=15)
OWN_DAYS = (Assignment.Target.WEEKDAYS, Assignment.Target.BY_DATE)


def practice_of(user):
    """Events of the two weeks to come; as many times a week on no day of their own have none."""
    first = practice_today(user.zone)
    days = [first + timedelta(days=n) for n in range(AHEAD.days)]
    running = (
        Assignment.objects.of_client(user)
        .running()
        .filter(plan__therapy__ended_at=None, plan__therapy__paused_at=None)
    )
    own_times = dict(user.recipients.exclude(at=None).values_list("clinic", "at"))
    for assignment in running.select_related("plan").order_by("pk"):
        # A time of one's own stands for all homework, as it does for reminders.
        assignment.remind_at = own_times.get(assignment.clinic_id, assignment.remind_at)
        for day in days:
            if means(assignment, day):
                yield event(assignment, day, user)


def means(assignment, day):
    if assignment.target_kind == Assignment.Target.WEEKDAYS:
        return day.weekday() in assignment.weekdays
    if assignment.target_kind == Assignment.Target.BY_DATE:
        return day == assignment.target_date
    return assignment.remind_at is not None


def event(assignment, day, user):
    begins, ends = times(assignment, day, user.zone)
    return {
        "uid": f"{assignment.pk}-{day:%Y%m%d}",
        "dtstamp": assignment.plan.agreed_at,
        "summary": cover_of(user),
        "dtstart": begins,
        "dtend": ends,
        # Nobody is kept from booking something else.
        "transp": "TRANSPARENT",
        "url": settings.PUBLIC_URL + reverse("log", args=[assignment.pk]),
    }


def times(assignment, day: date, zone: ZoneInfo):
    """Beginning and end: moments, or dates where no time was agreed."""
    at = assignment.remind_at
    if at is None:
        return day, day + timedelta(days=1)
    begins = on_practice_day(day, at, zone)
    return begins.astimezone(zone), (begins + LASTS).astimezone(zone)
