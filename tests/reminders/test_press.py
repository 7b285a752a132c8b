"""Links in messages: for one person, for some days, through a sign-in, and changing nothing."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from accounts.models import AuditEvent
from homework.models import PracticeEntry
from reminders import engine
from reminders.models import Recipient
from reminders.press import link_to

pytestmark = pytest.mark.django_db
PASSWORD = "correct-horse-9"  # noqa: S105


@pytest.fixture
def mailed(cast, planned, due_now):
    """The reminder of Cleo's one homework, as it lies in her mailbox."""
    due_now(planned(cast.cleo, "practise")[0])
    assert engine.tick() == {"sent": 1}
    return mail.outbox[-1]


def link_in(message, part):
    link = next(line for line in message.body.splitlines() if part in line)
    return "/" + link.split("/", 3)[3]


def test_the_mail_leads_to_its_homework_to_be_logged_in_one_press(cast, mailed, signed_in):
    answer = signed_in(cast.cleo).get(link_in(mailed, "/go/"), follow=True)
    assert answer.redirect_chain == [(f"/today/?first={cast.assignment.pk}", 302)]
    assert "Two buses" in answer.text


def test_it_survives_the_sign_in(cast, mailed, client):
    asked = client.get(link_in(mailed, "/go/"))
    assert asked.url.startswith("/accounts/login/?next=%2Fgo%2F")
    facts = {"login": cast.cleo.email, "password": PASSWORD}
    answer = client.post(asked.url, facts, follow=True)
    assert answer.redirect_chain[-1][0] == f"/today/?first={cast.assignment.pk}"


def test_looking_changes_nothing(cast, mailed, signed_in):
    cleo = signed_in(cast.cleo)
    before = list(Recipient.objects.values()), AuditEvent.objects.count()
    for _time in range(2):
        cleo.get(link_in(mailed, "/go/"), follow=True)
        cleo.get(link_in(mailed, "/stop/"))
    assert (list(Recipient.objects.values()), AuditEvent.objects.count()) == before
    assert not PracticeEntry.objects.exists()


def test_somebody_else_is_told_so_and_sees_nothing(cast, mailed, signed_in):
    answer = signed_in(cast.carl).get(link_in(mailed, "/go/"))
    assert answer.status_code == 404
    assert "This link is for somebody else" in answer.text
    assert "Cleo" not in answer.text and "buses" not in answer.text
    assert str(cast.assignment.pk) not in answer.text


def test_after_a_week_it_leads_nowhere_and_says_so(cast, signed_in):
    with time_machine.travel(timezone.now() - timedelta(days=8)):
        link = link_to(cast.cleo, "/today/").split("testserver")[-1]
    answer = signed_in(cast.cleo).get("/" + link.split("/", 3)[-1])
    assert answer.status_code == 410
    assert "This link has run out" in answer.text


def test_a_link_that_was_changed_leads_nowhere(cast, mailed, signed_in):
    link = link_in(mailed, "/go/")
    assert signed_in(cast.cleo).get(link[:-3] + "x/").status_code == 404


def test_no_kind_of_link_does_the_work_of_the_other(cast, mailed, client):
    swapped = link_in(mailed, "/go/").replace("/go/", "/stop/")
    assert client.post(swapped).status_code == 404
