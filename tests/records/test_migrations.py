"""What waited before an upgrade is as what is asked for after it."""

import pytest
from django.core.management import call_command
from django.db import connections

from accounts.models import Therapy
from records.models import Erasure
from tests.cast import gather

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])
BEFORE = "0007_clinic_found_by_its_key"


def go(*name):
    call_command("migrate", "records", *name, database="owner", verbosity=0)


def test_a_wish_that_waited_at_the_upgrade_is_read_by_whoever_treats_them():
    cast = gather()
    (wish, _new), (undone, _new) = (Erasure.ask(by=each) for each in (cast.cleo, cast.carl))
    undone.undo(by=cast.carl)
    Therapy.objects.update(leaves_at=None)
    try:
        go(BEFORE)
    finally:
        go()
        connections["owner"].close()
    leaving = Therapy.objects.exclude(leaves_at=None)
    assert [(each.pk, each.leaves_at) for each in leaving] == [(cast.therapy.pk, wish.due_at)]
