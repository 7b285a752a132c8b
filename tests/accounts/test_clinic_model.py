from datetime import date

import pytest
from django.core.exceptions import ValidationError

from accounts.models import Clinic, DeliveryProblem

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("text", ["", "  \n"])
def test_no_client_is_invited_before_there_is_a_crisis_text(text):
    clinic = Clinic.objects.create(name="New")
    assert not clinic.may_invite_clients
    clinic.set_crisis_text(text)
    assert not clinic.may_invite_clients


def test_a_crisis_text_carries_the_day_it_was_checked():
    clinic = Clinic.objects.create(name="New")
    clinic.set_crisis_text("Night line: 020 7946 0111", checked_on=date(2026, 11, 2))
    clinic.refresh_from_db()
    assert clinic.may_invite_clients
    assert clinic.crisis_text_checked_on == date(2026, 11, 2)


def test_clinics_are_told_apart_by_whether_they_may_invite(cast):
    bare = Clinic.objects.create(name="Bare")
    assert not bare.may_invite_clients
    assert set(Clinic.objects.able_to_invite()) == {cast.harbour, cast.meadow}


def test_a_time_zone_is_one_that_exists():
    with pytest.raises(ValidationError) as caught:
        Clinic(name="Lost", time_zone="Mars/Olympus").full_clean()
    assert set(caught.value.message_dict) == {"time_zone"}


def test_rows_print_their_name_or_code(cast):
    problem = DeliveryProblem(channel="email", code="refused")
    assert [str(cast.harbour), str(problem)] == ["Harbour", "email: refused"]
