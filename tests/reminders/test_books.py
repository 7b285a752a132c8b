"""The books of the reminders, the rules of zones, and who has no row yet."""

import pytest
from django.utils import timezone

from reminders.engine import books, zones
from reminders.engine.plan import REFILL, plan_due
from reminders.models import Delivery, Heartbeat, Recipient, ReminderSlot

pytestmark = pytest.mark.django_db


@pytest.fixture
def slot(cast):
    plan_due()
    return ReminderSlot.objects.open().first()


def test_the_books_agree(slot):
    assert books.check() == {}


def test_what_cannot_be_open_any_more_raises_an_alarm(slot, caplog):
    long_ago = timezone.now() - REFILL
    ReminderSlot.objects.filter(pk=slot.pk).update(due_at=long_ago - REFILL, not_after=long_ago)
    assert books.check() == {"stuck": 1}
    assert "do not agree" in caplog.text


def test_a_slot_left_open_by_a_message_that_failed_is_found(cast, slot):
    failed = Delivery.objects.create(
        clinic=slot.clinic, recipient=slot.recipient, state="failed", finished_at=timezone.now()
    )
    ReminderSlot.objects.filter(pk=slot.pk).update(delivery=failed)
    assert books.disagreements() == {"adrift": 1}


def test_other_rules_of_time_zones_lay_all_slots_out_anew(slot):
    assert zones.follow() and not zones.follow()
    Heartbeat.objects.filter(name__startswith="zones-").update(name="zones-of-before")
    before = Recipient.objects.filter(planned_until__gt=timezone.now() + REFILL)
    assert before.exists()
    assert zones.follow()
    assert not before.exists()


def test_a_therapist_without_a_row_is_given_one(cast):
    Recipient.objects.filter(user=cast.tess).delete()
    Recipient.objects.complete()
    assert Recipient.objects.filter(user=cast.tess, clinic=cast.harbour).count() == 1
