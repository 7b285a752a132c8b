"""What a retry, a wrong clock, a zone that nobody knows and a cut line must not do."""

from contextlib import suppress
from datetime import timedelta
from threading import Event
from time import monotonic
from unittest.mock import patch

import pytest
from django.core import mail
from django.db import InterfaceError
from django.utils import timezone

from accounts.limit import Watch, within
from accounts.models import Away, DeliveryProblem, User
from accounts.post import TooSlow
from homework.models import WeekPlan
from reminders import engine
from reminders.engine.plan import plan_due
from reminders.models import Delivery, Heartbeat, Recipient, ReminderSlot
from tests.cast import proposed_plan

pytestmark = pytest.mark.django_db
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def cleo(cast):
    return Recipient.objects.get(user=cast.cleo)


def quiet_for_an_hour(recipient):
    """Around now, on the person's wall."""
    wall = timezone.now().astimezone(recipient.user.zone).replace(second=0, microsecond=0)
    begins, ends = (wall - HOUR, wall + HOUR)
    recipient.choose(quiet_from=begins.time(), quiet_until=ends.time(), by=recipient.user)
    return ends


@pytest.fixture
def asked(cast, cleo, planned, due_now):
    """A plan that waits for Cleo's word, her reminder of it due a minute ago."""
    proposed_plan(cast.therapy, cast.tess)
    WeekPlan.objects.filter(agreed_at=None).update(proposed_at=timezone.now() - 3 * HOUR)
    [slot] = planned(cast.cleo, "agree")
    due_now(slot)
    return slot


def test_what_comes_late_waits_until_the_quiet_hours_are_over(cast, cleo, asked):
    ends = quiet_for_an_hour(cleo)
    Recipient.objects.update(planned_until=timezone.now() + 2 * DAY)
    assert engine.tick() == {"waiting": 1}
    delivery = Delivery.objects.get()
    assert (mail.outbox, delivery.attempts) == ([], 0)
    assert delivery.next_attempt_at == ends
    away = [(ends + hours * HOUR).time() for hours in (8, 10)]
    cleo.choose(quiet_from=away[0], quiet_until=away[1], by=cast.cleo)
    Delivery.objects.update(next_attempt_at=timezone.now())
    assert engine.tick() == {"sent": 1}


@pytest.fixture
def tried_again(cast, planned, due_now):
    """Cleo's homework was due three hours ago, and the mail server was not there."""
    [slot, *_] = planned(cast.cleo, "practise")
    due_now(slot)
    now = timezone.now()
    ReminderSlot.objects.update(due_at=now - 3 * HOUR, not_after=now + 2 * HOUR)
    return slot


def test_quiet_hours_chosen_since_it_was_due_are_kept(cast, cleo, tried_again):
    quiet_for_an_hour(cleo)
    Recipient.objects.update(planned_until=timezone.now() + 2 * DAY)
    assert engine.tick() == {"waiting": 1}
    cleo.choose(quiet_from=None, quiet_until=None, by=cast.cleo)
    Delivery.objects.update(next_attempt_at=timezone.now())
    assert engine.tick() == {"sent": 1}


def test_what_is_of_no_use_after_them_does_not_wait_for_their_end(cleo, tried_again):
    ReminderSlot.objects.update(not_after=timezone.now() + timedelta(minutes=5))
    quiet_for_an_hour(cleo)
    Recipient.objects.update(planned_until=timezone.now() + 2 * DAY)
    assert engine.tick() == {"expired": 1}
    tried_again.refresh_from_db()
    assert (tried_again.state, mail.outbox) == ("expired", [])


def test_what_is_wished_for_inside_them_comes_then(cast, cleo):
    quiet_for_an_hour(cleo)
    cleo.remind_later(cast.assignment, "hour", by=cast.cleo)
    now = timezone.now()
    ReminderSlot.objects.update(due_at=now - timedelta(minutes=1), not_after=now + HOUR)
    Recipient.objects.update(planned_until=now + 2 * DAY)
    assert engine.tick() == {"sent": 1}


def test_what_somebody_put_off_comes_late_only_until_their_quiet_hours(cast, cleo):
    wall = timezone.now().astimezone(cast.cleo.zone)
    begins = wall + 2 * HOUR
    cleo.choose(quiet_from=begins.time(), quiet_until=(begins + HOUR).time(), by=cast.cleo)
    cleo.remind_later(cast.assignment, "hour", by=cast.cleo)
    assert abs(ReminderSlot.objects.get(kind="later").not_after - begins) < timedelta(seconds=1)


def test_a_person_who_cannot_be_planned_is_shown_to_staff(cast, cleo):
    User.objects.filter(pk=cast.cleo.pk).update(time_zone="Atlantis/Sunk")
    plan_due()
    assert Recipient.objects.get(user=cast.carl).planned_until > timezone.now() + DAY
    problem = DeliveryProblem.objects.get(user=cast.cleo)
    assert problem.code == "unplanned: ZoneInfoNotFoundError"
    cleo.refresh_from_db()
    assert cleo.planned_until > timezone.now() + DAY


def test_who_can_be_planned_again_is_shown_to_staff_no_longer(cast, cleo):
    User.objects.filter(pk=cast.cleo.pk).update(time_zone="Atlantis/Sunk")
    plan_due()
    mailbox = {"clinic": cast.harbour, "user": cast.carl, "channel": "email", "code": "bounced"}
    DeliveryProblem.objects.create(**mailbox)
    User.objects.filter(pk=cast.cleo.pk).update(time_zone="Europe/Berlin")
    Recipient.objects.replan()
    plan_due()
    assert DeliveryProblem.objects.get(solved_at=None).user == cast.carl


@pytest.mark.django_db(transaction=True)
def test_a_line_that_is_cut_while_a_send_is_noted_is_mended_and_nothing_sent_again(
    cast, planned, due_now
):
    due_now(planned(cast.cleo, "practise")[0])
    note = Delivery.mark_sent
    cut = [InterfaceError("connection already closed")]

    def mark_sent(delivery):
        if cut:
            raise cut.pop()
        note(delivery)

    with patch.object(Delivery, "mark_sent", mark_sent):
        assert engine.tick() == {"sent": 1}
    assert engine.tick() == {}
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("off", [-DAY, DAY])
def test_a_worker_whose_clock_is_a_day_off_plans_by_that_of_the_database(cast, off):
    # Both plan from the same instant: what was due before it belongs to neither.
    begun = timezone.now()
    Recipient.objects.update(planned_until=begun)
    plan_due()
    right = set(ReminderSlot.objects.values_list("kind", "about", "due_at", "state"))
    ReminderSlot.objects.all().delete()
    Recipient.objects.update(planned_until=begun)
    Away.announce(
        therapist=cast.tess,
        clinic=cast.harbour,
        starts_on=(timezone.now() + DAY).date(),
        back_on=(timezone.now() + 3 * DAY).date(),
    )
    real = timezone.now()
    with patch("django.utils.timezone.now", return_value=real + off):
        plan_due()
        Heartbeat.beat("reminders")
    found = ReminderSlot.objects.exclude(kind="away")
    assert set(found.values_list("kind", "about", "due_at", "state")) == right
    [away] = ReminderSlot.objects.filter(kind="away", recipient__user=cast.cleo)
    assert -HOUR < away.due_at - real < DAY / 2
    assert Heartbeat.objects.get(name="reminders").at - real < HOUR


def test_whoever_stopped_word_of_absences_by_the_link_keeps_it_so_on_me(cast, cleo, signed_in):
    cleo.leave_out(["away"], by=cast.cleo)
    client = signed_in(cast.cleo)
    page = client.get("/me/reminders/")
    form = page.context["form"]
    said = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    assert client.post("/me/reminders/", said).status_code == 302
    cleo.refresh_from_db()
    assert cleo.channels["away"] == "off"


def test_the_time_limit_rings_again_where_somebody_does_not_hear():
    """As a library does that tries once more."""
    never, begun = Event(), monotonic()

    def try_for_ever():
        while not never.wait(0.01):
            with suppress(TooSlow):
                never.wait(0.01)

    with patch("accounts.limit.AGAIN", 0.1), pytest.raises(TooSlow):
        within(0.1, try_for_ever)
    never.set()
    assert monotonic() - begun < 4


def test_an_alarm_that_never_rang_is_not_taken_back():
    """To take one back makes each step of every thread dearer from then on."""
    with patch("accounts.limit.raise_in") as raise_in:
        watch = Watch()
        with watch.over(20):
            watch.ring_if_over()
        watch.silence()
    assert not raise_in.called


def test_an_alarm_that_rang_at_the_last_moment_comes_up_nowhere_else():
    with patch("accounts.limit.raise_in") as raise_in:
        watch = Watch()
        with watch.over(-1):
            watch.ring_if_over()
        watch.silence()
    rung, taken_back = raise_in.call_args_list
    assert rung.args[1] is TooSlow
    assert taken_back.args[1] != TooSlow
