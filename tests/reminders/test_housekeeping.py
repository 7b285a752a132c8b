"""The round of each minute: what breaks one step keeps no other from its work."""

import pytest

from accounts.models import AuditEvent, AuditSeal
from reminders import tasks
from reminders.models import Heartbeat

pytestmark = pytest.mark.django_db
NOTE = "8Q3X"


def test_a_step_that_breaks_is_named_and_the_others_are_done(cast, monkeypatch, caplog):
    def broken(self):
        raise RuntimeError(f"Key (note)=({NOTE})")

    monkeypatch.setattr(tasks.Flag.objects.__class__, "pass_on_overdue", broken)
    AuditEvent.record(cast.tess, "therapy.read", cast.therapy)
    tasks.housekeeping()
    assert AuditSeal.objects.exists()
    [told] = [record.getMessage() for record in caplog.records]
    assert told == "Housekeeping: pass_on_flags broke: RuntimeError"
    assert not Heartbeat.objects.filter(name="housekeeping").exists()


def test_flags_are_passed_on_before_anything_else():
    assert tasks.STEPS[0] is tasks.pass_on_flags


def test_it_beats_where_all_is_well(cast):
    tasks.housekeeping()
    assert Heartbeat.objects.filter(name="housekeeping").exists()
