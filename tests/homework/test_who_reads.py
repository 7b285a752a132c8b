"""At every field a client writes in: who reads it, when, and that nobody is alerted."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Away, Cover
from homework.models import WeekPlan
from homework.readers import Readers
from tests.homework.presses import address, logged

pytestmark = pytest.mark.django_db
WRITTEN_IN = re.compile(r'<textarea|<input type="text"')


def fields(page):
    """The fields of a page that somebody writes in, each as its piece of HTML."""
    pieces = re.split(r'(?=<div class="field\b)|</form>', page)
    return [each for each in pieces if WRITTEN_IN.search(each)]


def forms(cast):
    """The pages a client writes on."""
    entry = logged(cast.assignment, cast.cleo, "partly")
    WeekPlan.prepare(cast.therapy, by=cast.tess)
    plan = cast.therapy.plans.in_preparation().get()
    cast.assignment.carry_into(plan)
    plan.propose(by=cast.tess)
    yield address("log", cast.assignment)
    yield address("entry", entry)
    yield "/today/"
    yield address("report", cast.therapy)
    yield address("agree", plan)
    yield "/goals/"


def test_every_field_says_who_reads_and_that_nobody_is_alerted(cast, client):
    cast.assignment.prompts = [{"key": "seen", "question": "Who looked?", "kind": "text"}]
    cast.assignment.save(update_fields=["prompts"])
    client.force_login(cast.cleo)
    for url in forms(cast):
        found = fields(client.get(url, follow=True).text)
        assert found, url
        for each in found:
            assert "Tess" in each and "Nobody is alerted." in each, (url, each)


def test_a_proposed_step_says_who_reads_along(cast, client):
    client.force_login(cast.cleo)
    page = client.get("/goals/").text
    assert "can see this." in page and "You look at it together when you next meet." in page
    assert all(name in page for name in ("Tess", "Vera", "Will"))


def away(cast, **days):
    today = timezone.localdate()
    facts = {"therapist": cast.tess, "clinic": cast.harbour, "starts_on": today, **days}
    return Away.announce(back_on=today + timedelta(days=9), **facts)


def when(cast, client):
    client.force_login(cast.cleo)
    return client.get(address("log", cast.assignment)).text


def test_while_nobody_stands_in_it_is_read_from_the_day_of_return(cast, client):
    cast.therapy.sessions.all().delete()
    Cover.objects.filter(kind="write").update(ended_at=timezone.now())
    assert "read on a working day" in when(cast, client)
    away(cast)
    page = when(cast, client)
    assert "is away, and reads it from" in page and "read on a working day" not in page


def test_who_stands_in_reads_meanwhile(cast, client):
    cast.therapy.sessions.all().delete()
    away(cast, covered_by=cast.will)
    assert "read on a working day" in when(cast, client)


def test_a_session_after_the_return_is_when_it_is_read():
    now, back = timezone.now(), timezone.localdate() + timedelta(days=3)
    assert "It is read by" in Readers(["Tess"], now + timedelta(days=5), back).when
    assert "reads it from" in Readers(["Tess"], now + timedelta(days=1), back).when
