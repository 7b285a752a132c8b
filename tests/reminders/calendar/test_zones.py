"""The VTIMEZONE in the feed, read by another parser than the one that wrote it."""

from datetime import UTC, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical

from homework.models import TherapySession
from reminders.models import CalendarAddress

pytestmark = pytest.mark.django_db
ZONES = [
    "Africa/Casablanca",
    "America/New_York",
    "America/Nuuk",
    "Antarctica/Troll",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Europe/Berlin",
    "Europe/Dublin",
    "Pacific/Chatham",
    "US/Pacific",
]


def said_by(text, name):
    """Each DTSTART of the feed as an instant, by the rules that the feed itself brings."""
    rules = tzical(StringIO(text)).get(name)
    for line in text.splitlines():
        if line.startswith("DTSTART;TZID="):
            wall = datetime.strptime(line.split(":")[-1], "%Y%m%dT%H%M%S")
            yield wall.replace(tzinfo=rules).astimezone(UTC)


@pytest.mark.parametrize("name", ZONES)
def test_each_hour_of_a_year_is_the_instant_that_was_booked(cast, client, name):
    cast.cleo.time_zone = name
    cast.cleo.save()
    first = datetime.now(UTC).replace(hour=11, minute=15, second=0, microsecond=0)
    booked = [first + timedelta(days=3 * n) for n in range(1, 120)]
    TherapySession.objects.all().delete()
    for start in booked:
        TherapySession.book(cast.therapy, starts_at=start, by=cast.tess)
    text = client.get(f"/calendar/{CalendarAddress.renew(cast.cleo).token}.ics").text
    rules = text[text.index("BEGIN:VTIMEZONE") : text.index("END:VTIMEZONE")]
    assert f"TZID:{ZoneInfo(name).key}" in rules
    assert sorted(said_by(text, name)) == booked
