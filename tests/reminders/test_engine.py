"""Plan, claim, deliver: once, in the client's time, and only what is still wanted."""

import threading
import uuid
from copy import copy
from datetime import time, timedelta
from io import StringIO
from smtplib import SMTPRecipientsRefused
from unittest.mock import patch

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from accounts.models import DeliveryProblem
from homework.models import Attention
from homework.need.words import line
from reminders import engine
from reminders.engine.claim import Claim, claim
from reminders.engine.deliver import Round
from reminders.engine.plan import plan_due
from reminders.models import Delivery, Heartbeat, Recipient, ReminderSlot
from tests.cast import agreed_plan, therapy
from tests.homework.presses import logged
from tests.reminders.due import next_due

pytestmark = pytest.mark.django_db


@pytest.fixture
def due(cast):
    return next_due(cast)


def test_it_plans_two_days_ahead_at_the_agreed_time_in_the_clients_zone(cast):
    cast.cleo.time_zone = "America/New_York"
    cast.cleo.save()
    cast.assignment.remind_at = time(8, 30)
    cast.assignment.save()
    plan_due()
    slots = ReminderSlot.objects.filter(about=cast.assignment.pk)
    assert {slot.due_at.astimezone(cast.cleo.zone).time() for slot in slots} == {time(8, 30)}
    assert slots.count() == 2


def test_planning_twice_makes_no_second_slot(cast):
    plan_due()
    before = ReminderSlot.objects.count()
    Recipient.objects.replan(user=cast.cleo, clinic=cast.harbour)
    plan_due()
    assert ReminderSlot.objects.count() == before


def test_a_reminder_goes_out_once_with_nothing_on_the_envelope(cast, due):
    assert engine.tick() == {"sent": 1}
    assert engine.tick() == {}
    [message] = mail.outbox
    assert message.to == ["cleo@example.org"]
    assert message.subject == "A reminder"
    assert "buses" not in message.message().as_string().lower()
    due.refresh_from_db()
    assert due.state == "sent"
    assert Heartbeat.objects.filter(name="reminders").exists()


def test_cron_does_the_same(due):
    said = StringIO()
    for _minute in range(2):
        call_command("send_due_reminders", stdout=said)
    assert said.getvalue() == "Reminders: 1 sent.\nReminders: nothing due.\n"
    assert len(mail.outbox) == 1


def test_both_homeworks_due_together_are_one_message(cast, due):
    another(due)
    engine.tick()
    assert len(mail.outbox) == 1
    assert ReminderSlot.objects.filter(state="sent").count() == 2


def another(due, **fields):
    """A second homework's reminder, due now as well."""
    made = copy(due)
    for name, value in {"pk": uuid.uuid4(), "number": 1, **fields}.items():
        setattr(made, name, value)
    made.save(force_insert=True)
    return made


def test_two_times_on_a_day_are_one_message_and_the_next_day_has_its_own(cast, due):
    assert engine.tick() == {"sent": 1}
    evening = another(due)
    assert engine.tick() == {"cancelled": 1}
    evening.refresh_from_db()
    assert (evening.state, evening.reason) == ("cancelled", "cap")
    another(due, practice_date=due.practice_date + timedelta(days=1))
    assert engine.tick() == {"sent": 1}
    assert len(mail.outbox) == 2
    balance = ReminderSlot.objects.balance()
    assert (balance["sent"], balance["cancelled"], sum(balance.values())) == (2, 1, 3)


def test_a_later_time_waits_for_the_first_and_goes_out_when_that_did_not(cast, due):
    first = claim()
    another(due)
    assert claim().keys == []
    ReminderSlot.objects.filter(pk=due.pk).update(not_after=timezone.now())
    assert Round(first).run() == {"expired": 1}
    assert engine.tick() == {"sent": 1}


def test_no_reminder_for_what_is_logged(cast, due):
    entry = logged(cast.assignment, cast.cleo)
    ReminderSlot.objects.update(practice_date=entry.practice_date)
    assert engine.tick() == {"cancelled": 1}
    due.refresh_from_db()
    assert (due.state, due.reason, mail.outbox) == ("cancelled", "logged", [])


def switch_on_the_seen_phone(cast):
    cast.cleo.say_about_phone(own=True, others_see=True)


def leave_the_address_unproven(cast):
    cast.cleo.emailaddress_set.update(verified=False)


def pause(cast):
    cast.therapy.pause(by=cast.cleo)


def end(cast):
    cast.therapy.end(by=cast.tess)


def withdraw(cast):
    cast.assignment.withdraw(by=cast.tess)


@pytest.mark.parametrize(
    "change", [switch_on_the_seen_phone, leave_the_address_unproven, pause, end, withdraw]
)
def test_what_happens_after_planning_is_asked_again_before_sending(cast, due, change):
    change(cast)
    engine.tick()
    due.refresh_from_db()
    assert (due.state, mail.outbox) == ("cancelled", [])


def test_what_happens_after_the_claim_is_asked_again_too(cast, due):
    ours = claim()
    cast.therapy.pause(by=cast.cleo)
    assert Round(ours).run() == {"cancelled": 1}
    assert mail.outbox == []


def test_a_late_reminder_is_dropped_and_counted(cast, due):
    past = timezone.now() - timedelta(hours=5)
    ReminderSlot.objects.update(due_at=past, not_after=past + timedelta(hours=1))
    assert engine.tick() == {"expired": 1}
    assert ReminderSlot.objects.balance()["expired"] == 1


def test_a_refused_address_is_shown_to_staff(cast, due):
    refusal = SMTPRecipientsRefused({"cleo@example.org": (550, b"no such user")})
    with patch("django.core.mail.EmailMultiAlternatives.send", side_effect=refusal):
        assert engine.tick() == {"failed": 1}
    assert DeliveryProblem.objects.get().user == cast.cleo


def fail_again():
    """The mail server is away; returns how long it waits for the next attempt."""
    Delivery.objects.update(next_attempt_at=timezone.now() - timedelta(seconds=1))
    with patch("reminders.channels.mail.send", side_effect=OSError):
        [state] = engine.tick()
    wait = Delivery.objects.get().next_attempt_at - timezone.now()
    return state if state != "waiting" else wait


def test_an_address_that_is_not_proved_is_shown_to_staff_until_one_arrives(cast, due):
    leave_the_address_unproven(cast)
    engine.tick()
    problem = DeliveryProblem.objects.get(user=cast.cleo)
    assert (problem.code, problem.channel, problem.solved_at) == ("unproved", "email", None)
    assert "not proved" in bounced(problem)
    ReminderSlot.objects.update(state="open", settled_at=None, delivery=None)
    engine.tick()
    assert DeliveryProblem.objects.get() == problem
    cast.cleo.emailaddress_set.update(verified=True)
    ReminderSlot.objects.update(state="open", settled_at=None, delivery=None)
    assert engine.tick() == {"sent": 1}
    problem.refresh_from_db()
    assert problem.solved_at


def bounced(problem):
    """The words on the caseload."""
    facts = {"since": "2026-11-27", "channel": problem.channel, "problem": problem.code}
    return line("bounce", facts, {}).text


def test_a_passing_fault_is_tried_again_ever_later_and_dies_in_the_end(cast, due):
    *waits, last = [fail_again() for _attempt in range(5)]
    # Up to a fifth longer, so that what failed together is not tried again together.
    for wait, minutes in zip(waits, (1, 5, 20, 60), strict=True):
        assert 0.99 < wait / timedelta(minutes=minutes) < 1.21
    assert last == "dead"
    due.refresh_from_db()
    assert due.state == "dead"
    assert mail.outbox == []


def test_what_is_given_up_is_shown_to_staff_until_one_arrives(cast, due):
    for _attempt in range(5):
        fail_again()
    problem = DeliveryProblem.objects.get(user=cast.cleo, solved_at=None)
    Attention.refresh([cast.therapy])
    another(due)
    assert engine.tick() == {"sent": 1}
    problem.refresh_from_db()
    assert problem.solved_at and Attention.objects.get(therapy=cast.therapy).stale


def test_a_lost_lease_sends_nothing(cast, due):
    ours = claim()
    Delivery.objects.update(lease_token=uuid.uuid4())
    assert Round(ours).run() == {"lost": 1}
    assert mail.outbox == []


def test_an_abandoned_delivery_goes_out_under_the_same_message_id(cast, due):
    ours = claim()
    Delivery.objects.fence(ours.token)
    Delivery.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    engine.tick()
    [message] = mail.outbox
    assert str(ours.keys[0]) in message.extra_headers["Message-ID"]


def test_a_bad_row_does_not_stop_the_line(cast, due):
    another(due, kind="broken", about=uuid.uuid4(), channel="push")
    assert engine.tick() == {"sent": 1, "waiting": 1}
    assert Delivery.objects.get(state="waiting").error == "KeyError"


def test_pausing_and_resuming_takes_a_slot_up_again(cast):
    # Not the digests of those who work on Monday.
    of_cleo = ReminderSlot.objects.filter(recipient__user=cast.cleo).open()
    plan_due()
    planned = of_cleo.count()
    cast.therapy.pause(by=cast.tess)
    assert of_cleo.count() == 0
    cast.therapy.resume(by=cast.tess)
    plan_due()
    assert of_cleo.count() == planned > 0


def two_workers(work):
    barrier = threading.Barrier(2)

    def at_once():
        barrier.wait()
        work()
        connection.close()

    workers = [threading.Thread(target=at_once) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_one_message(cast, due):
    two_workers(engine.tick)
    assert len(mail.outbox) == 1


@pytest.fixture
def due_in_both(cast, due):
    """Cleo is a client of a second clinic, which would remind her on the same day."""
    agreed_plan(therapy(cast.meadow, cast.zoe, cast.cleo), cast.zoe, "A walk")
    plan_due()
    there = ReminderSlot.objects.filter(recipient__user=cast.cleo, clinic=cast.meadow).first()
    ReminderSlot.objects.exclude(pk__in=[due.pk, there.pk]).delete()
    ReminderSlot.objects.update(
        due_at=due.due_at, not_after=due.not_after, practice_date=due.practice_date
    )
    return due, there


@pytest.mark.django_db(transaction=True)
def test_two_workers_and_two_clinics_send_one_message_a_day(cast, due_in_both):
    two_workers(claim)
    delivery = Delivery.objects.get()
    assert Round(Claim(delivery.lease_token, [delivery.pk])).run() == {"sent": 1}
    two_workers(engine.tick)
    assert len(mail.outbox) == 1
    balance = ReminderSlot.objects.balance()
    assert (balance["sent"], balance["cancelled"], sum(balance.values())) == (1, 1, 2)
