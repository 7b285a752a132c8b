"""What Me says about reminders is what the engine does."""

from datetime import timedelta

import pytest

from homework.practice_day import practice_today
from reminders.models import Recipient

pytestmark = pytest.mark.django_db

COMES = "By e-mail, at most one a day"
WAITS = "They begin once you have proved your address"


def test_an_address_that_is_not_proved_gets_none_and_is_told(signed_in, cast):
    client = signed_in(cast.cleo)
    assert COMES in client.get("/me/").text
    cast.cleo.emailaddress_set.update(verified=False)
    page = client.get("/me/").text
    assert WAITS in page and COMES not in page


def test_a_pause_is_told_until_it_is_over(signed_in, cast):
    client, today = signed_in(cast.cleo), practice_today(cast.cleo.zone)
    for day, is_told in ((today + timedelta(days=2), True), (today, False)):
        Recipient.objects.filter(user=cast.cleo).update(paused_until=day)
        assert ("Paused until" in client.get("/me/").text) == is_told
