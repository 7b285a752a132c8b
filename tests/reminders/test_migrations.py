"""Slots of earlier versions are carried over, and back again."""

import pytest
from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from reminders.engine.plan import plan_due
from reminders.models import ReminderSlot
from tests.cast import gather

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])
BEFORE = "0003_one_a_day"
KEPT = "SELECT id, assignment_id, practice_date, state FROM reminders_reminderslot ORDER BY id"


@pytest.fixture
def owner():
    owner = connections["owner"]
    yield owner
    go(owner, latest(owner))
    owner.close()


def latest(owner):
    [(_app, name)] = MigrationExecutor(owner).loader.graph.leaf_nodes("reminders")
    return name


def go(owner, name):
    """As the command does, so that the application may use the tables that are made anew."""
    call_command("migrate", "reminders", name, database=owner.alias, verbosity=0)


def test_what_was_planned_survives_the_way_back_and_forth(owner):
    cast = gather()
    plan_due()
    ReminderSlot.objects.create(
        clinic=cast.harbour,
        recipient=cast.tess.recipients.get(),
        kind="digest",
        about=cast.harbour.pk,
        practice_date="2026-01-05",
        due_at="2026-01-05T07:30Z",
        not_after="2026-01-05T12:30Z",
    )
    homework = ReminderSlot.objects.filter(kind="practise").order_by("pk")
    facts = list(homework.values_list("pk", "about", "practice_date", "state"))
    assert facts
    go(owner, BEFORE)
    with owner.cursor() as cursor:
        cursor.execute(KEPT)
        assert cursor.fetchall() == facts
    go(owner, latest(owner))
    assert list(homework.values_list("pk", "about", "practice_date", "state")) == facts
