"""The letter of RFC 5545, read line by line: what one program forgives, another one drops."""

import re
from datetime import UTC, datetime, time, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical

from homework.models import Assignment, TherapySession
from reminders.models import CalendarAddress

pytestmark = pytest.mark.django_db
COVER = "Water the plants, daily; 🌱 " + "grüße · " * 3 + "\\ end"
UTC_MOMENT = re.compile(r"\d{8}T\d{6}Z")


@pytest.fixture
def raw(client):
    """raw(user): the bytes that a program gets."""

    def ask(user):
        return client.get(f"/calendar/{CalendarAddress.renew(user).token}.ics").content

    return ask


@pytest.fixture
def full(cast):
    """Cleo's: an hour, one called off, practice with a time and one on a day, words of her own."""
    cast.cleo.cover_text, cast.cleo.time_zone = COVER, "Europe/Berlin"
    cast.cleo.save()
    soon = cast.session.starts_at + timedelta(days=3)
    TherapySession.book(cast.therapy, starts_at=soon, by=cast.tess).cancel(by=cast.tess)
    weekdays = {"target_kind": "weekdays", "target_count": None, "target_weekdays": 0b1111111}
    Assignment.objects.update(remind_at=time(8), **weekdays)
    facts = {"clinic": cast.harbour, "therapy": cast.therapy, "plan": cast.plan, "position": 1}
    by_date = {"target_kind": "by_date", "target_date": soon.date()}
    Assignment.objects.create(**facts, title="Two stops", **by_date)
    return cast.cleo


def lines_of(raw):
    """Unfolded: {name with parameters: value} of each component's lines, in order."""
    unfolded = raw.decode().replace("\r\n ", "").split("\r\n")
    assert unfolded.pop() == ""
    return [line.partition(":")[::2] for line in unfolded]


def components(raw, name):
    found, inside = [], None
    for key, value in lines_of(raw):
        if (key, value) == ("BEGIN", name):
            inside = []
        elif (key, value) == ("END", name):
            found.append(inside)
            inside = None
        elif inside is not None:
            inside.append((key, value))
    return found


def test_lines_end_and_fold_as_they_should_and_no_letter_is_cut(full, raw):
    text = raw(full)
    assert b"\n" not in text.replace(b"\r\n", b"") and not text.startswith(b"\xef\xbb\xbf")
    for line in text.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()


def test_words_of_ones_own_are_escaped_and_come_back_as_they_were(full, raw):
    said = {dict(event)["SUMMARY"] for event in components(raw(full), "VEVENT")}
    [own] = said - {"Appointment"}
    assert re.sub(r"\\([\\;,])", r"\1", own) == COVER
    assert not re.search(r"(?<!\\)[;,]", own)


def test_a_sign_that_calendars_forbid_is_left_out(signed_in, full, raw):
    said = {name: getattr(full, name) for name in ("name", "language", "theme", "text_size")}
    signed_in(full).post("/me/", said | {"cover_text": "Water\x07 the\tplants\x1b\x85"})
    text = raw(full).decode()
    assert "SUMMARY:Water the plants\r\n" in text
    assert not re.search(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]", text)


def test_every_event_has_what_it_must_and_is_the_only_one_of_its_name(full, raw):
    events = [dict(event) for event in components(raw(full), "VEVENT")]
    assert len({event["UID"] for event in events}) == len(events) > 15
    for event in events:
        assert UTC_MOMENT.fullmatch(event["DTSTAMP"])
        assert UTC_MOMENT.fullmatch(event.get("LAST-MODIFIED", event["DTSTAMP"]))
        [(start, begins)] = [(key, at) for key, at in event.items() if key.startswith("DTSTART")]
        [(end, ends)] = [(key, at) for key, at in event.items() if key.startswith("DTEND")]
        assert start.removeprefix("DTSTART") == end.removeprefix("DTEND") and begins < ends
        assert start in ("DTSTART;TZID=Europe/Berlin", "DTSTART;VALUE=DATE")
        assert (len(begins) == 8) is ("VALUE=DATE" in start)


def test_each_zone_is_told_once_before_it_is_used(full, raw):
    text = raw(full).decode()
    assert text.count("BEGIN:VTIMEZONE") == 1
    assert text.index("END:VTIMEZONE") < text.index("BEGIN:VEVENT")
    assert set(re.findall(r"TZID[=:]([^:\r]+)", text)) == {"Europe/Berlin"}


def test_the_calendar_says_what_it_is_and_how_often_to_ask(full, raw):
    told = dict(lines_of(raw(full))[:7])
    assert told["VERSION"] == "2.0" and told["METHOD"] == "PUBLISH" and told["PRODID"]
    assert told["REFRESH-INTERVAL;VALUE=DURATION"] == told["X-PUBLISHED-TTL"] == "PT1H"


@pytest.mark.parametrize("name", ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe"])
def test_an_hour_that_the_clocks_repeat_is_the_one_that_was_booked(cast, raw, name):
    """Each quarter of an hour around the end of summer time, by the feed's own rules."""
    cast.cleo.time_zone = name
    cast.cleo.save()
    change = end_of_summer_time(ZoneInfo(name))
    booked = [change + timedelta(minutes=15 * n) for n in range(-8, 9)]
    TherapySession.objects.all().delete()
    for start in booked:
        TherapySession.book(cast.therapy, starts_at=start, by=cast.tess)
    text = raw(cast.cleo).decode()
    rules = tzical(StringIO(text)).get(name)
    assert sorted(moments(text, rules)) == booked


def moments(text, rules):
    for line in text.splitlines():
        if line.startswith("DTSTART") and len(line.split(":")[-1]) > 8:
            at = line.split(":")[-1]
            if at.endswith("Z"):
                yield datetime.strptime(at, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
            elif "TZID" in line:
                wall = datetime.strptime(at, "%Y%m%dT%H%M%S").replace(tzinfo=rules)
                yield wall.astimezone(UTC)


def end_of_summer_time(zone):
    """The next moment at which the clocks go back."""
    moment = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
    while True:
        later = moment + timedelta(minutes=30)
        if later.astimezone(zone).utcoffset() < moment.astimezone(zone).utcoffset():
            return later
        moment = later


def test_a_person_whose_clock_is_utc_needs_no_rules(cast, raw):
    cast.cleo.time_zone = "UTC"
    cast.cleo.save()
    [event] = [dict(e) for e in components(raw(cast.cleo), "VEVENT") if "STATUS" in dict(e)]
    starts = cast.session.starts_at
    told = event.get("DTSTART") or event["DTSTART;TZID=UTC"] + "Z"
    assert told == f"{starts:%Y%m%dT%H%M%SZ}"
    assert ("DTSTART" in event) or b"TZID:UTC" in raw(cast.cleo)
