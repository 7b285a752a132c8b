"""What else people are reminded of, when, and when it has become needless."""

from datetime import time, timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from accounts.models import Away, DeliveryProblem
from homework.models import Attention, EntryFeedback, TherapySession, WeekPlan, WeekReport
from homework.practice_day import practice_today
from reminders import engine
from reminders.kinds import KINDS
from reminders.models import Recipient
from tests.homework.presses import logged
from tests.reminders.conftest import local
from tests.reminders.test_press import link_in

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def cleo(cast):
    return Recipient.objects.get(user=cast.cleo)


@pytest.fixture
def in_two_days(cast):
    """A session at three in the afternoon of the day after tomorrow."""
    day = timezone.now().astimezone(cast.cleo.zone) + 2 * DAY
    TherapySession.objects.all().delete()
    return TherapySession.book(
        cast.therapy, starts_at=day.replace(hour=15, minute=0, second=0), by=cast.tess
    )


def outcome(slot):
    engine.tick()
    slot.refresh_from_db()
    return slot.state, slot.reason


def test_the_report_is_asked_for_on_the_evening_before(cast, planned, in_two_days):
    [slot] = planned(cast.cleo, "report")
    assert local(slot).time() == time(18)
    assert local(slot).date() == local_date(in_two_days, cast.cleo) - DAY


def local_date(session, user):
    return session.starts_at.astimezone(user.zone).date()


def test_a_report_that_was_sent_is_not_asked_for(cast, planned, due_now, in_two_days):
    [slot] = planned(cast.cleo, "report")
    WeekReport.send(cast.plan, topics="", by=cast.cleo)
    due_now(slot)
    assert outcome(slot) == ("cancelled", "sent")


def test_a_session_that_was_moved_takes_its_reminders_along(cast, planned, in_two_days):
    [before] = planned(cast.cleo, "report")
    in_two_days.move(to=in_two_days.starts_at - DAY / 24, by=cast.tess)
    [same] = planned(cast.cleo, "report")
    assert same.pk == before.pk
    in_two_days.cancel(by=cast.tess)
    assert planned(cast.cleo, "report") == []


def test_one_that_was_moved_after_planning_goes_nowhere(cast, planned, due_now, in_two_days):
    [slot] = planned(cast.cleo, "report")
    in_two_days.move(to=in_two_days.starts_at + 3 * DAY, by=cast.tess)
    due_now(slot)
    assert outcome(slot) == ("cancelled", "moved")


def test_a_session_tomorrow_is_told_only_to_who_chose_it(cast, cleo, planned, in_two_days):
    assert planned(cast.cleo, "session") == []
    cleo.choose(channels={"session": "email"}, by=cast.cleo)
    assert len(planned(cast.cleo, "session")) == 1


def test_a_plan_that_waits_is_told_once_after_a_while(cast, planned, due_now):
    plan = WeekPlan.prepare(cast.therapy, by=cast.tess)
    plan.propose(by=cast.tess)
    [slot] = planned(cast.cleo, "agree")
    assert slot.due_at >= plan.proposed_at + timedelta(hours=2)
    assert 8 <= local(slot).hour < 21
    due_now(slot)
    assert outcome(slot) == ("sent", "")
    assert planned(cast.cleo, "agree") == []


def test_a_plan_that_was_agreed_meanwhile_is_not(cast, planned, due_now):
    plan = WeekPlan.prepare(cast.therapy, by=cast.tess)
    plan.propose(by=cast.tess)
    [slot] = planned(cast.cleo, "agree")
    plan.agree(by=cast.cleo)
    due_now(slot)
    assert outcome(slot) == ("cancelled", "done")


def test_a_plan_proposed_anew_on_the_same_day_asks_again(cast, planned, due_now):
    """Taken back before anything went out, it was called off for that edition alone."""
    plan = WeekPlan.prepare(cast.therapy, by=cast.tess)
    plan.propose(by=cast.tess)
    [before] = planned(cast.cleo, "agree")
    plan.take_back(by=cast.tess)
    due_now(before)
    assert outcome(before) == ("cancelled", "done")
    with time_machine.travel(timezone.now() + timedelta(minutes=1)):
        plan.propose(by=cast.tess)
    [slot] = planned(cast.cleo, "agree")
    due_now(slot)
    assert outcome(slot) == ("sent", "")


def test_several_answers_at_once_lead_to_today_where_all_of_them_stand(
    cast, cleo, planned, due_now, signed_in
):
    """Given in one evening, they are one message in the morning."""
    cleo.choose(channels={"feedback": "email"}, by=cast.cleo)
    for _number in range(2):
        EntryFeedback.give(logged(cast.assignment, cast.cleo), "Well done", by=cast.tess)
    one, two = planned(cast.cleo, "feedback")
    due_now(one)
    two.due_at, two.not_after = one.due_at, one.not_after
    two.save(force_insert=True)
    assert engine.tick() == {"sent": 1}
    assert signed_in(cast.cleo).get(link_in(mail.outbox[-1], "/go/")).url == "/today/"


def test_an_answer_is_told_to_who_chose_it_until_it_is_read(cast, cleo, planned, due_now):
    entry = logged(cast.assignment, cast.cleo)
    EntryFeedback.give(entry, "Well done", by=cast.tess)
    assert planned(cast.cleo, "feedback") == []
    cleo.choose(channels={"feedback": "email"}, by=cast.cleo)
    [slot] = planned(cast.cleo, "feedback")
    entry.hear_feedback()
    due_now(slot)
    assert outcome(slot) == ("cancelled", "read")


def begun_days_ago(plan, days):
    WeekPlan.objects.filter(pk=plan.pk).update(
        starts_on=practice_today(plan.therapy.zone) - days * DAY
    )


def test_after_two_quiet_weeks_one_welcome_back(cast, planned, due_now):
    begun_days_ago(cast.plan, 13)
    [slot] = planned(cast.cleo, "welcome")
    due_now(slot)
    assert outcome(slot) == ("sent", "")
    begun_days_ago(cast.plan, 20)
    assert planned(cast.cleo, "welcome") == []


def test_who_has_practised_meanwhile_is_not_welcomed_back(cast, planned, due_now):
    begun_days_ago(cast.plan, 13)
    [slot] = planned(cast.cleo, "welcome")
    logged(cast.assignment, cast.cleo)
    due_now(slot)
    assert outcome(slot) == ("cancelled", "logged")


def absence(cast, in_days):
    first = timezone.localdate() + in_days * DAY
    return Away.announce(
        therapist=cast.tess, clinic=cast.harbour, starts_on=first, back_on=first + 7 * DAY
    )


def test_clients_know_three_days_before_their_therapist_is_away(cast, planned):
    away = absence(cast, in_days=4)
    [slot] = planned(cast.cleo, "away")
    assert local(slot).date() == away.starts_on - 3 * DAY
    assert planned(cast.carl, "away") == []


def test_an_absence_announced_late_is_told_at_once_and_one_called_off_is_not(
    cast, planned, due_now
):
    away = absence(cast, in_days=1)
    [slot] = planned(cast.cleo, "away")
    assert slot.due_at < timezone.now() + timedelta(hours=12)
    away.cancel(by=cast.tess)
    due_now(slot)
    assert outcome(slot) == ("cancelled", "gone")


# --- The therapist's digest ---


@pytest.fixture
def digest(cast, planned, due_now):
    [slot, *_rest] = planned(cast.tess, "digest", now=monday(cast.tess))
    due_now(slot)
    return slot


def monday(user):
    today = timezone.now().astimezone(user.zone).replace(hour=1)
    return today + (7 - today.weekday()) * DAY


def test_the_digest_comes_on_working_days_at_half_past_seven(cast, planned):
    saturday = monday(cast.tess) + 5 * DAY
    slots = planned(cast.tess, "digest", now=saturday - DAY)
    assert [(local(slot).weekday(), local(slot).time()) for slot in slots] == [(4, time(7, 30))]


def test_it_counts_what_waits_and_names_nobody(cast, digest):
    WeekReport.send(cast.plan, topics="The bus was full", by=cast.cleo)
    DeliveryProblem.objects.create(clinic=cast.harbour, user=cast.cleo, channel="email", code="x")
    Attention.refresh([cast.therapy])
    assert outcome(digest) == ("sent", "")
    text = mail.outbox[0].message().as_string()
    assert "Cleo" not in text and "bus" not in text


def test_nothing_comes_when_nothing_waits(cast, digest):
    Attention.objects.update(group=3, reasons=[], unread_reports=0, unread_notes=0)
    assert outcome(digest) == ("cancelled", "nothing")


def test_none_for_who_is_away_or_has_left(cast, digest):
    absence(cast, in_days=0)
    assert outcome(digest) == ("cancelled", "away")


def test_an_absence_begins_at_midnight_and_not_when_the_night_is_over(cast, digest):
    absence(cast, in_days=0)
    night = timezone.now().astimezone(cast.tess.zone).replace(hour=2)
    assert KINDS["digest"].why_not([digest], night) == {digest.pk: "away"}
