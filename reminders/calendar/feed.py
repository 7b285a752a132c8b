"""Puts the events together into one text, with the rules of the time zone they are in."""

from datetime import UTC, timedelta

from django.conf import settings
from icalendar import Calendar, Event, vDuration

from reminders.calendar.practice import practice_of
from reminders.calendar.sessions import sessions_of
from reminders.calendar.zone import rules_of

ASK_AGAIN = timedelta(hours=1)


def feed_of(user, made_at) -> bytes:
    """The same bytes as long as nothing changes. Nothing on a phone that others may see: an
    empty calendar takes the events away, where an address that is gone would leave them."""
    calendar = Calendar()
    calendar.add("prodid", "-//Midweek//Calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Midweek")
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(ASK_AGAIN).to_ical().decode())
    events = [] if user.others_see_phone else [*sessions_of(user, made_at), *practice_of(user)]
    if moments := [at for at in (facts["dtstart"] for facts in events) if hasattr(at, "hour")]:
        calendar.add_component(rules_of(user.zone, min(moments), max(moments)))
    for facts in events:
        calendar.add_component(event(**facts))
    return calendar.to_ical()


def event(uid, **facts):
    """Private, also where somebody shares their calendar at work."""
    made = Event()
    made.add("uid", f"{uid}@{settings.EMAIL_DOMAIN}")
    made.add("class", "PRIVATE")
    for name, value in facts.items():
        made.add(name, named_once(value))
    return made


def named_once(value):
    """Of an hour that the clocks repeat, calendars take the first; the second says so in UTC."""
    is_second = getattr(value, "fold", 0) and value.utcoffset() != value.replace(fold=0).utcoffset()
    return value.astimezone(UTC) if is_second else value
