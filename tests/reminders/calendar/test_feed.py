"""What a calendar program reads: sessions and practice, right, and saying nothing."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.utils import timezone

from accounts.models import Membership
from homework.models import Assignment
from reminders.models import Recipient
from tests.cast import agreed_plan, member_of, therapy

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def of_practice(events):
    return [event for uid, event in events.items() if uid.count("-") > 4]


def test_an_hour_stands_in_the_clients_and_the_therapists_calendar(cast, events):
    for user in (cast.cleo, cast.tess, cast.will):
        event = events(user)[str(cast.session.pk)]
        assert event["dtstart"].dt == cast.session.starts_at.replace(microsecond=0)
        assert event["dtend"].dt - event["dtstart"].dt == timedelta(minutes=50)
        assert (event["status"], event["summary"]) == ("CONFIRMED", "Appointment")


def test_nobody_elses_calendar_has_it(cast, events):
    for user in (cast.carl, cast.otto, cast.vera, cast.emil, cast.ada, cast.zoe, cast.zack):
        assert str(cast.session.pk) not in events(user)


def test_a_moved_hour_is_the_same_event_with_a_later_edition(cast, events):
    first = events(cast.cleo)[str(cast.session.pk)]
    cast.session.move(to=cast.session.starts_at + HOUR, by=cast.tess)
    cast.session.move(to=cast.session.starts_at, minutes=30, by=cast.tess)
    moved = events(cast.cleo)[str(cast.session.pk)]
    assert (first["sequence"], moved["sequence"]) == (0, 2)
    assert moved["dtstart"].dt - first["dtstart"].dt == HOUR
    assert moved["dtend"].dt - moved["dtstart"].dt == timedelta(minutes=30)
    assert moved["last-modified"].dt >= first["last-modified"].dt


def test_a_cancelled_hour_says_so_with_a_later_edition(cast, events):
    cast.session.cancel(by=cast.tess)
    event = events(cast.cleo)[str(cast.session.pk)]
    assert (event["status"], event["sequence"], event["transp"]) == ("CANCELLED", 1, "TRANSPARENT")


def test_practice_at_an_agreed_time_stands_on_each_of_its_days(cast, events):
    weekdays = {"target_kind": "weekdays", "target_count": None, "target_weekdays": 0b0010001}
    Assignment.objects.update(remind_at=time(18, 30), **weekdays)
    days = [event["dtstart"].dt for event in of_practice(events(cast.cleo))]
    assert len(days) == 4
    assert {day.weekday() for day in days} == {0, 4}
    assert {day.time() for day in days} == {time(18, 30)}


def test_without_a_time_it_stands_on_the_day_itself(cast, events):
    today = timezone.now().date()
    by_date = {"target_kind": "by_date", "target_count": None}
    Assignment.objects.update(target_date=today + timedelta(days=3), **by_date)
    [event] = of_practice(events(cast.cleo))
    assert type(event["dtstart"].dt) is date
    assert event["dtend"].dt - event["dtstart"].dt == timedelta(days=1)


def test_so_many_times_a_week_without_a_time_stands_on_no_day(cast, events):
    assert of_practice(events(cast.cleo)) == []


def test_half_past_midnight_belongs_to_the_evening_before(cast, events):
    weekdays = {"target_kind": "weekdays", "target_count": None, "target_weekdays": 1}
    Assignment.objects.update(remind_at=time(0, 30), **weekdays)
    starts = [event["dtstart"].dt for event in of_practice(events(cast.cleo))]
    assert {(start.weekday(), start.time()) for start in starts} == {(1, time(0, 30))}


def test_a_time_of_ones_own_stands_for_all_homework(cast, events):
    Assignment.objects.update(remind_at=time(18, 30))
    Recipient.objects.get(user=cast.cleo).choose(by=cast.cleo, at=time(7))
    starts = [event["dtstart"].dt for event in of_practice(events(cast.cleo))]
    assert {start.time() for start in starts} == {time(7)}


def test_each_has_its_own_words_and_none_of_the_therapy(cast, read):
    cast.cleo.cover_text = "Water the plants"
    cast.cleo.save()
    Assignment.objects.update(remind_at=time(8))
    text = read(cast.cleo).to_ical().decode().lower()
    assert "water the plants" in text
    for word in ("therap", "tess", "harbour", "bus", "homework", "session", "cleo"):
        assert word not in text, word


def test_it_speaks_the_persons_language(cast, events):
    cast.cleo.language = "de"
    cast.cleo.save()
    assert events(cast.cleo)[str(cast.session.pk)]["summary"] == "Termin"


def test_a_phone_that_others_may_see_has_an_empty_calendar(cast, events):
    cast.cleo.say_about_phone(own=True, others_see=True)
    assert events(cast.cleo) == {}


def test_what_is_withdrawn_paused_or_ended_goes(cast, events):
    Assignment.objects.update(remind_at=time(8))
    assert of_practice(events(cast.cleo))
    cast.therapy.pause(by=cast.tess)
    assert of_practice(events(cast.cleo)) == []
    cast.therapy.end(by=cast.tess)
    assert events(cast.cleo) == {} == events(cast.tess)


def test_an_ended_membership_takes_the_hours_along(cast, events):
    member_of(cast.tess, cast.harbour).end(by=cast.ada)
    assert Membership.objects.filter(user=cast.tess, ended_at=None).count() == 0
    assert events(cast.tess) == {}


def test_two_homeworks_of_two_clinics_are_in_one_calendar(cast, events):
    second = therapy(cast.meadow, cast.zoe, cast.cleo)
    agreed_plan(second, cast.zoe, "Swim", remind_at=time(7))
    assert len(of_practice(events(cast.cleo))) == 14


def test_an_hour_over_the_end_of_summer_time_keeps_its_length(cast, events):
    cast.cleo.time_zone = "Europe/Berlin"
    cast.cleo.save()
    # The clocks go back at 01:00 UTC.
    night = datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    cast.session.move(to=night, minutes=120, by=cast.tess)
    event = events(cast.cleo)[str(cast.session.pk)]
    assert event["dtend"].dt.astimezone(UTC) - night == timedelta(minutes=120)
