"""What an admin wrote at the hand-over reaches the new lead, and nobody else."""

from datetime import timedelta

import pytest
from django.utils import timezone

pytestmark = pytest.mark.django_db

NOTE = "Buses are the thing. Ring before noon."


@pytest.fixture
def address(cast):
    cast.therapy.hand_over(to=cast.otto, by=cast.ada, note=NOTE)
    return f"/caseload/{cast.therapy.pk}/"


def test_the_new_lead_reads_it_for_four_weeks(cast, signed_in, address):
    page = signed_in(cast.otto).get(address).text
    assert NOTE in page and "from Ada" in page
    cast.therapy.terms.filter(ended_at=None).update(started_at=timezone.now() - timedelta(days=29))
    cast.therapy.terms.exclude(ended_at=None).update(started_at=timezone.now() - timedelta(days=60))
    assert NOTE not in signed_in(cast.otto).get(address).text


def test_those_who_read_along_do_not(cast, signed_in, address):
    assert NOTE not in signed_in(cast.vera).get(address).text


def test_a_hand_over_without_a_note_says_nothing(cast, signed_in):
    cast.therapy.hand_over(to=cast.otto, by=cast.ada)
    page = signed_in(cast.otto).get(f"/caseload/{cast.therapy.pk}/").text
    assert "A note for the hand-over" not in page
