"""The command: writes once, and never where real people are."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.models import Clinic, User

pytestmark = pytest.mark.django_db


def seed_demo(*arguments, **options):
    said = StringIO()
    call_command("seed_demo", *arguments, stdout=said, **options)
    return said.getvalue()


def test_production_refuses_it(settings):
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="not here"):
        seed_demo()
    assert not User.objects.exists()


def test_it_says_what_it_wrote_and_writes_only_once():
    assert "PracticeEntry" in seed_demo()
    people = User.objects.count()
    assert "there already" in seed_demo()
    assert User.objects.count() == people


def test_if_empty_leaves_a_clinic_in_use_alone():
    User.objects.create_user("somebody@example.org", "correct-horse-9", name="Somebody")
    assert "Somebody is there" in seed_demo("--if-empty")
    assert User.objects.count() == 1


def test_a_crowd_needs_somebody_in_it():
    with pytest.raises(CommandError, match="at least one"):
        seed_demo("--clients", "0")
    assert not Clinic.objects.exists()
