"""A mail server that hangs, refuses, drops and answers "not now", and a killed worker."""

import os
import subprocess
import sys

import pytest
from django.utils import timezone

from accounts.models import DeliveryProblem, User
from reminders.engine.senders import AT_ONCE
from reminders.models import Delivery, ReminderSlot
from tests.faults import smtp
from tests.faults.conftest import database_url, until
from tests.faults.mass import load

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True)]
MANNERS = ("fine", "refused", "dropped", "busy", "hang", "quit")
EACH = 2


@pytest.fixture
def people(cast):
    """Two of each manner, each with one reminder due."""
    load(cast, EACH * len(MANNERS))
    theirs = User.objects.filter(email__startswith="person").order_by("email")
    for place, user in enumerate(theirs):
        address = f"{MANNERS[place % len(MANNERS)]}-{place}@example.org"
        user.emailaddress_set.update(email=address)
        User.objects.filter(pk=user.pk).update(email=address)


@pytest.fixture
def worker():
    started = []

    def start(server):
        place = {"DATABASE_URL": database_url(), "LEASE": "6"}
        place["SMTP_PORT"] = str(server.server_address[1])
        command = [sys.executable, "-m", "tests.faults.engine_loop"]
        started.append(subprocess.Popen(command, env=os.environ | place))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()


def all_settled():
    """Attempts that wait do not wait long here."""
    Delivery.objects.filter(state="waiting").update(next_attempt_at=timezone.now())
    return not ReminderSlot.objects.open().filter(due_at__lte=timezone.now()).exists()


def test_each_gets_one_message_or_staff_know_why_not(people, worker):
    with smtp.serving() as server:
        first = worker(server)
        until(lambda: server.taken, "the first message")
        first.kill()
        worker(server)
        until(all_settled, "every reminder to be settled")
    states = dict(ReminderSlot.objects.values_list("recipient__user__email", "state"))
    for address, state in states.items():
        if "-" in address:
            assert state == ("failed" if address.startswith("refused") else "sent"), address
    assert DeliveryProblem.objects.filter(solved_at=None).count() == EACH
    # The same Message-ID twice where it was cut off, else once: one kill, so many under way.
    doubled = {message: times for message, times in server.taken.items() if times > 1}
    assert sum(doubled.values()) - len(doubled) <= AT_ONCE
    assert len(server.taken) == EACH * (len(MANNERS) - 1)
    assert set(server.kept) <= set(server.taken)
