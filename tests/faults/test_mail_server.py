"""A mail server that hangs, drips, refuses, cuts the line and answers "not now"; killed workers."""

import os
import signal
import socket
import subprocess
import sys
from time import monotonic

import pytest
from django.conf import settings
from django.utils import timezone

from accounts import emails
from accounts.models import DeliveryProblem, Letter, User
from reminders import channels, engine
from reminders.engine.senders import AT_ONCE
from reminders.models import Delivery, ReminderSlot
from tests.faults import smtp
from tests.faults.conftest import PATIENCE, database_url, until
from tests.faults.mass import load

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True)]
MANNERS = ("fine", "refused", "dropped", "busy", "hang", "quit", "closing", "cut", "drip")
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

    def start(server, module="tests.faults.engine_loop", *arguments):
        place = {"DATABASE_URL": database_url(), "LEASE": "6"}
        place["SMTP_PORT"] = str(server.server_address[1])
        command = [sys.executable, "-m", module, *arguments]
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


@pytest.fixture
def reach(settings):
    """reach(port): mail goes there."""

    def use(port):
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port

    return use


def nobody():
    """A port that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


@pytest.mark.parametrize(
    ("greets", "error"),
    [
        ("not at all", "ConnectionRefusedError"),
        ("closing", "SMTPConnectError"),
        ("drip", "TooSlow"),
    ],
)
def test_a_server_that_is_of_no_use_today_is_tried_again(
    cast, client, reach, monkeypatch, greets, error
):
    """By whoever sends: a worker its reminders, a page the code that was asked for there."""
    if greets == "drip":
        monkeypatch.setattr(channels, "SEND_LIMIT", 0.5)
        monkeypatch.setattr(emails, "PATIENCE", 0.5)
    load(cast, 1)
    with smtp.serving() as server:
        server.greets, port = greets, server.server_address[1]
        reach(nobody() if greets == "not at all" else port)
        assert engine.tick() == {"waiting": 1}
        begun = monotonic()
        client.post("/accounts/password/reset/", {"email": cast.cleo.email})
        assert monotonic() - begun < PATIENCE / 4
        waiting = Delivery.objects.get(), Letter.objects.get()
        assert {(each.failures, each.error) for each in waiting} == {(1, error)}
        assert not server.copies and not DeliveryProblem.objects.exists()
        server.greets = "well"
        reach(port)
        for rows in (Delivery.objects, Letter.objects):
            rows.update(next_attempt_at=timezone.now())
        monkeypatch.undo()
        assert engine.tick() == {"sent": 2}
        assert sorted(server.taken.values()) == [1, 1]


LETTERS = 12


def test_no_letter_is_lost_whoever_is_killed_while_it_is_sent(cast, worker):
    """The page that wrote it, right before the server says that it has it; then each worker."""
    with smtp.serving() as server:
        killed = set()

        def kill(copy):
            if len(killed) < 4 and len(server.copies) % 3 == 0:
                killed.add(copy.sender)
                os.kill(int(copy.sender.rpartition("-")[2]), signal.SIGKILL)

        server.has_one = kill
        writer = worker(server, "tests.faults.letter_writer", str(LETTERS))
        writer.wait(PATIENCE)
        assert len(killed) == 1 and Letter.objects.open().exists()
        running = [worker(server)]

        def all_are_sent():
            if running[-1].poll() is not None:
                running.append(worker(server))
            return not Letter.objects.open().exists()

        # What a page has committed, it has promised; the others it writes again.
        worker(server, "tests.faults.letter_writer", str(LETTERS)).wait(PATIENCE)
        until(all_are_sent, "every letter to be sent")
    kept = {f"<{letter.pk}@{settings.EMAIL_DOMAIN}>" for letter in Letter.objects.all()}
    assert set(Letter.objects.values_list("state", flat=True)) == {"sent"}
    assert {copy.message for copy in server.copies} == kept
    assert len(killed) >= 2 and len(server.copies) - len(kept) <= len(killed)
