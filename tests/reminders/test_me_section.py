"""What Me says about reminders is what the engine does."""

from datetime import timedelta

import pytest
from django.core import mail

from homework.practice_day import practice_today
from reminders import engine
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


@pytest.mark.parametrize(
    ("wording", "words"), [("neutral", "Water the plants"), ("telling", "at nine: Two buses")]
)
def test_each_wording_arrives_as_the_page_showed_it(
    cast, signed_in, planned, due_now, wording, words
):
    cast.cleo.cover_text = "Water the plants"
    cast.cleo.save()
    cast.assignment.reword(when="at nine")
    Recipient.objects.get(user=cast.cleo).choose(wording=wording, by=cast.cleo)
    shown = signed_in(cast.cleo).get("/me/reminders/").text
    due_now(planned(cast.cleo, "practise")[0])
    engine.tick()
    assert mail.outbox[0].subject == words and f"<b>{words}</b>" in shown
