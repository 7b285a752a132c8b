"""The client's own rules: times, days, quiet hours, how many, later, fewer, and which words."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from homework.practice_day import practice_today
from reminders import engine
from reminders.engine.claim import claim
from reminders.engine.fence import fence
from reminders.models import Delivery, Recipient, ReminderSlot
from tests.cast import clinic, therapy
from tests.homework.presses import logged
from tests.reminders.conftest import local

pytestmark = pytest.mark.django_db
MIDDAY = datetime(2026, 6, 8, 12, tzinfo=UTC)  # a Monday
DAY = timedelta(days=1)


@pytest.fixture
def cleo(cast):
    return Recipient.objects.get(user=cast.cleo)


@pytest.fixture
def homework(cast, planned):
    """Cleo's reminders of two days, laid out at midday on a Monday."""
    return lambda: planned(cast.cleo, "practise", now=MIDDAY)


def times(slots):
    return {local(slot).strftime("%H:%M") for slot in slots}


def test_ones_own_time_stands_before_the_agreed_one(cast, cleo, homework):
    cast.assignment.reword(remind_at=time(8))
    assert times(homework()) == {"08:00"}
    cleo.choose(at=time(21, 15), by=cast.cleo)
    assert times(homework()) == {"21:15"}


def test_only_on_ones_own_weekdays(cast, cleo, homework):
    cleo.choose(weekdays=0b0000010, by=cast.cleo)
    assert [slot.practice_date.weekday() for slot in homework()] == [1]


@pytest.mark.parametrize(
    ("at", "comes"),
    [("06:00", "07:00"), ("23:00", "22:00"), ("02:00", "22:00"), ("18:00", "18:00")],
)
def test_in_quiet_hours_it_comes_after_them_or_before_them_on_the_same_day(
    cast, cleo, homework, at, comes
):
    cleo.choose(at=time.fromisoformat(at), quiet_from=time(22), quiet_until=time(7), by=cast.cleo)
    assert times(homework()) == {comes}


def test_what_is_late_does_not_come_in_quiet_hours(cast, cleo, homework):
    cleo.choose(at=time(21), quiet_from=time(22), quiet_until=time(7), by=cast.cleo)
    assert {slot.not_after - slot.due_at for slot in homework()} == {timedelta(hours=1)}


def test_what_comes_as_quiet_hours_begin_comes_then_or_not_at_all(cast, cleo, homework):
    cleo.choose(at=time(23), quiet_from=time(22), quiet_until=time(7), by=cast.cleo)
    assert {local(slot).time() for slot in homework()} == {time(22)}
    assert {slot.not_after - slot.due_at for slot in homework()} == {timedelta(minutes=10)}


def test_a_time_after_midnight_belongs_to_the_evening_before(cast, cleo, homework):
    cleo.choose(at=time(0, 30), by=cast.cleo)
    for slot in homework():
        assert local(slot).date() == slot.practice_date + DAY


def test_a_pause_ends_on_its_day(cast, cleo, homework):
    cleo.choose(paused_until=date(2026, 6, 9), by=cast.cleo)
    assert {slot.practice_date for slot in homework()} == {date(2026, 6, 9)}


def test_in_another_clinic_too_what_one_chose_holds(cast, cleo):
    rules = {"quiet_from": time(22), "quiet_until": time(7), "channels": {"practise": "off"}}
    cleo.choose(**rules, wording="telling", a_day=2, by=cast.cleo)
    therapy(clinic("Third"), cast.zoe, cast.cleo)
    there = Recipient.objects.get(user=cast.cleo, clinic__name="Third")
    assert (there.quiet, there.channels) == (cleo.quiet, cleo.channels)
    assert (there.wording, there.a_day) == ("telling", 2)


def test_the_weekdays_of_ones_homework_are_not_those_of_the_digest(cast, planned):
    Recipient.objects.get(user=cast.tess).choose(weekdays=0b0000001, by=cast.tess)
    days = {slot.practice_date for slot in planned(cast.tess, "digest", now=MIDDAY)}
    assert days == {date(2026, 6, 9), date(2026, 6, 10)}


def test_stopped_is_stopped(cast, cleo, homework):
    assert homework()
    cleo.stop(by=cast.cleo)
    assert homework() == []
    assert ReminderSlot.objects.filter(kind="practise", reason="replanned").exists()
    cleo.start(by=cast.cleo)
    assert homework()


def test_who_travels_takes_their_time_along(cast, homework):
    before = {slot.pk: slot.due_at for slot in homework()}
    cast.cleo.time_zone = "America/New_York"
    cast.cleo.save()
    after = homework()
    moved = [slot for slot in after if slot.pk in before]
    assert moved and times(after) == {"18:00"}
    assert all(slot.due_at - before[slot.pk] == timedelta(hours=5) for slot in moved)


def test_an_outage_is_made_up_for_and_counted(cast, planned):
    planned(cast.cleo, "practise", now=timezone.now() - 4 * DAY)
    Recipient.objects.filter(user=cast.cleo).update(planned_until=timezone.now() - 2 * DAY)
    engine.tick()
    assert ReminderSlot.objects.balance()["expired"] >= 3


# --- How many a day ---


def due_today(cast, cleo, count):
    """So many reminders on one practice date, due one after the other."""
    now = timezone.now()
    ReminderSlot.objects.all().delete()
    for number in range(count):
        ReminderSlot.objects.create(
            clinic=cast.harbour,
            recipient=cleo,
            therapy=cast.therapy,
            kind="practise",
            about=cast.assignment.pk,
            practice_date=practice_today(cast.cleo.zone),
            number=number,
            due_at=now - timedelta(minutes=1),
            not_after=now + timedelta(hours=1),
        )
        engine.tick()


@pytest.mark.parametrize("agreed", [1, 2])
def test_not_more_a_day_than_agreed(cast, cleo, agreed):
    cleo.choose(a_day=agreed, by=cast.cleo)
    due_today(cast, cleo, 3)
    assert len(mail.outbox) == agreed
    assert ReminderSlot.objects.filter(reason="cap").count() == 3 - agreed


# --- Later ---


@pytest.mark.parametrize("when", ["hour", "tonight", "tomorrow"])
def test_later_comes_once_whatever_the_cap(cast, cleo, when):
    due_today(cast, cleo, 1)
    cleo.remind_later(cast.assignment, when, by=cast.cleo)
    cleo.remind_later(cast.assignment, when, by=cast.cleo)
    later = ReminderSlot.objects.get(kind="later")
    assert timezone.now() < later.due_at < timezone.now() + timedelta(hours=48)
    make_due(later)
    assert engine.tick() == {"sent": 1}


def make_due(slot):
    ReminderSlot.objects.filter(pk=slot.pk).update(due_at=timezone.now() - timedelta(minutes=1))


def test_later_is_not_planned_away_and_not_sent_for_what_is_done(cast, cleo, homework):
    cleo.remind_later(cast.assignment, "hour", by=cast.cleo)
    homework()
    later = ReminderSlot.objects.get(kind="later", state="open")
    logged(cast.assignment, cast.cleo)
    ReminderSlot.objects.filter(pk=later.pk).update(practice_date=practice_today(cast.cleo.zone))
    make_due(later)
    engine.tick()
    later.refresh_from_db()
    assert later.reason == "logged"


def test_whoever_switched_homework_off_gets_no_later_either(cast, cleo):
    cleo.choose(channels={"practise": "off"}, by=cast.cleo)
    cleo.remind_later(cast.assignment, "hour", by=cast.cleo)
    make_due(ReminderSlot.objects.get(kind="later"))
    assert engine.tick()["cancelled"] == 1
    assert ReminderSlot.objects.get(kind="later").reason == "stopped"


# --- Words ---


def test_telling_words_only_for_who_asked_for_them(cast, cleo, signed_in):
    cast.assignment.reword(after_what="After breakfast")
    page = signed_in(cast.cleo).get("/me/reminders/").text
    assert "After breakfast: Two buses" in page and "A reminder" in page
    make_due(ReminderSlot.objects.create(**due_tomorrow(cast, cleo)))
    assert message().title == "A reminder"
    cleo.choose(wording="telling", by=cast.cleo)
    assert message().title == "After breakfast: Two buses"


def test_what_was_put_off_and_what_is_due_with_it_are_said_once(cast, cleo):
    cleo.choose(wording="telling", by=cast.cleo)
    due = due_tomorrow(cast, cleo)
    for kind in ("practise", "later"):
        make_due(ReminderSlot.objects.create(**due | {"kind": kind}))
    said = message()
    assert (said.title, said.lines) == ("Two buses", ())
    assert said.later.endswith(f"/{cast.assignment.pk}/later/")


def due_tomorrow(cast, cleo):
    tomorrow = timezone.now() + DAY
    facts = {"clinic": cast.harbour, "recipient": cleo, "therapy": cast.therapy}
    work = {"kind": "practise", "about": cast.assignment.pk, "practice_date": tomorrow.date()}
    return facts | work | {"due_at": tomorrow, "not_after": tomorrow + DAY}


def message():
    """What the next message would say; it is given back."""
    ours = claim()
    [parcel], _counts = fence(ours.token, ours.keys)
    Delivery.objects.release(ours.token)
    return parcel.message


# --- The page ---

RULES = {
    "is_on": "on",
    "at": "20:30",
    "weekdays": ["0", "3"],
    "a_day": "2",
    "quiet_from": "22:00",
    "quiet_until": "07:00",
    "paused_until": "",
    "wording": "telling",
    "way_practise": "email",
    "way_report": "off",
    "way_session": "email",
    "way_away": "email",
    "way_agree": "email",
    "way_feedback": "off",
    "way_welcome": "email",
}


def test_a_client_writes_their_own_rules(cast, cleo, signed_in):
    client = signed_in(cast.cleo)
    assert client.post("/me/reminders/", RULES).status_code == 302
    cleo.refresh_from_db()
    assert (cleo.at, cleo.weekdays, cleo.a_day) == (time(20, 30), 0b0001001, 2)
    assert (cleo.quiet, cleo.wording) == ((time(22), time(7)), "telling")
    assert cleo.channels["report"] == "off" and cleo.channels["session"] == "email"
    assert "On, by your own rules" in client.get("/me/").text


@pytest.mark.parametrize("wrong", [{"weekdays": []}, {"quiet_until": ""}, {"way_practise": "fax"}])
def test_what_makes_no_sense_is_said_and_nothing_is_lost(cast, cleo, signed_in, wrong):
    answer = signed_in(cast.cleo).post("/me/reminders/", RULES | wrong)
    assert answer.status_code == 422 and "20:30" in answer.text
    assert answer.text.count("There is a problem") == 1
    cleo.refresh_from_db()
    assert cleo.at is None


def test_a_pause_until_a_day_that_is_over_is_refused(cast, cleo, signed_in):
    """A year mistaken would be "Saved", and the reminders would come."""
    gone = RULES | {"paused_until": f"{timezone.localdate() - DAY:%Y-%m-%d}"}
    answer = signed_in(cast.cleo).post("/me/reminders/", gone)
    assert answer.status_code == 422 and "Choose a day from today on" in answer.text
    cleo.refresh_from_db()
    assert cleo.at is None


def test_a_pause_that_is_over_stands_in_nobodys_way(cast, cleo, signed_in):
    over = timezone.localdate() - DAY
    Recipient.objects.filter(pk=cleo.pk).update(paused_until=over)
    assert f"{over:%Y-%m-%d}" not in signed_in(cast.cleo).get("/me/reminders/").text


def test_a_time_that_is_none_is_the_only_thing_to_mend(cast, signed_in):
    answer = signed_in(cast.cleo).post("/me/reminders/", RULES | {"quiet_from": "25:99"})
    assert answer.status_code == 422 and "Give both times" not in answer.text


def test_a_therapist_switches_the_digest_off(cast, signed_in):
    client = signed_in(cast.tess)
    assert "What waits for me" in client.get("/me/reminders/").text
    client.post("/me/reminders/", {"is_on": "on", "paused_until": "", "way_digest": "off"})
    assert Recipient.objects.get(user=cast.tess).channels == {"digest": "off"}
