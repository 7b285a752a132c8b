import pytest
from icalendar import Calendar

from reminders.models import CalendarAddress


@pytest.fixture
def read(client):
    """What a calendar program gets: read(cast.cleo) → icalendar's own reading of it."""

    def read(user):
        answer = client.get(f"/calendar/{CalendarAddress.renew(user).token}.ics")
        assert answer.status_code == 200
        return Calendar.from_ical(answer.content)

    return read


@pytest.fixture
def events(read):
    """{uid without its domain: event}"""
    return lambda user: {event["uid"].split("@")[0]: event for event in read(user).walk("VEVENT")}
