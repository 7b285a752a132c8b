"""A few at once, none after one that is not noted, and an end to what takes too long."""

import sys
import threading
import types
from queue import Empty, SimpleQueue
from time import monotonic, sleep

import pytest
from celery.exceptions import SoftTimeLimitExceeded

from accounts.post import TooSlow
from reminders import channels, engine
from reminders.engine import deliver, outcome
from reminders.engine.senders import AT_ONCE, Sender, Senders
from reminders.models import Delivery
from tests.faults.mass import load

pytestmark = pytest.mark.django_db(transaction=True)
PATIENCE = 20  # seconds


@pytest.fixture
def by(monkeypatch):
    """by(send): how mail is sent; everybody can be reached."""

    def use(send):
        module = types.ModuleType("stand_in")
        module.send, module.reachable = send, set
        monkeypatch.setitem(sys.modules, "stand_in", module)
        monkeypatch.setitem(channels.CHANNELS, "email", "stand_in")

    return use


def senders():
    return [thread for thread in threading.enumerate() if thread.name == "sender"]


def test_slow_sends_go_at_once_and_leave_no_thread_behind(cast, by, monkeypatch):
    # Long enough that all but the first are fenced together.
    monkeypatch.setattr(deliver, "FRESH", 60)
    load(cast, 1 + 2 * AT_ONCE)
    first, others = threading.Event(), threading.Barrier(AT_ONCE, timeout=PATIENCE)

    def send(delivery):
        """Nobody but the first gets through before all of them are there."""
        if first.is_set():
            others.wait()
        first.set()

    by(send)
    assert engine.tick() == {"sent": 1 + 2 * AT_ONCE}
    assert senders() == []


def test_a_server_that_answers_at_once_is_sent_to_by_one(cast, by, monkeypatch):
    load(cast, 1 + 2 * AT_ONCE)
    monkeypatch.setattr("reminders.engine.senders.SLOW", PATIENCE)
    at_work = set()
    by(lambda delivery: at_work.add(threading.current_thread()))
    assert engine.tick() == {"sent": 1 + 2 * AT_ONCE}
    assert len(at_work) == 1


def test_where_no_other_thread_can_begin_one_does_it_all(cast, by, monkeypatch):
    load(cast, 1 + 2 * AT_ONCE)
    monkeypatch.setattr("reminders.engine.senders.SLOW", 0)
    begin, begun = Sender.start, []

    def start(thread):
        if begun:
            raise RuntimeError("can't start new thread")
        begun.append(thread)
        begin(thread)

    monkeypatch.setattr(Sender, "start", start)
    by(lambda delivery: None)
    assert engine.tick() == {"sent": 1 + 2 * AT_ONCE}
    assert senders() == []


def test_nothing_follows_on_what_is_not_noted(cast, by):
    load(cast, 60)
    left, unnoted = set(), []

    def send(delivery):
        gone = set(left)
        noted = Delivery.objects.filter(pk__in=gone, state="sent").count()
        unnoted.append(len(gone) - noted)
        left.add(delivery.pk)

    by(send)
    assert engine.tick() == {"sent": 60}
    assert max(unnoted) < AT_ONCE


def test_what_does_not_come_to_an_end_is_tried_later(cast, by, monkeypatch):
    load(cast, 2)
    monkeypatch.setattr(channels, "SEND_LIMIT", 0.1)

    def drip(delivery):
        for _word in range(PATIENCE * 100):
            sleep(0.01)

    by(drip)
    assert engine.tick() == {"waiting": 2}
    assert set(Delivery.objects.values_list("error", flat=True)) == {"TooSlow"}
    assert senders() == []


def test_a_server_that_takes_a_second_is_handed_as_many_at_once(cast, by, monkeypatch):
    load(cast, 1 + AT_ONCE)
    later, first = [0.0], threading.Event()
    others = threading.Barrier(AT_ONCE, timeout=PATIENCE / 5)
    monkeypatch.setattr(deliver, "monotonic", lambda: monotonic() + later[0])

    def send(delivery):
        if first.is_set():
            others.wait()
        else:
            later[0] = 1.0
            first.set()

    by(send)
    assert engine.tick() == {"sent": 1 + AT_ONCE}


def test_a_turn_that_did_not_come_is_no_attempt(cast, by, monkeypatch):
    """Fenced, then given back: a slow server would wear out who was never tried."""
    load(cast, 1 + 3 * AT_ONCE)
    later, tried = [0.0], []
    # The first is quick, so that all others are fenced together.
    monkeypatch.setattr(deliver, "monotonic", lambda: monotonic() + later[0])
    monkeypatch.setattr(deliver, "FRESH", 60)

    def send(parcel):
        later[0] += Delivery.LEASE.total_seconds() if tried else 0
        tried.append(parcel.delivery.attempts)

    by(send)
    assert engine.tick() == {"sent": 1 + 3 * AT_ONCE}
    assert set(tried) == {1}


def test_what_has_left_is_noted_although_somebody_interrupts(cast, by, monkeypatch):
    load(cast, 3)
    left, signals = [], [SoftTimeLimitExceeded()]

    def note_sent(parcels):
        if signals:
            raise signals.pop()
        outcome.note_sent(parcels)

    by(left.append)
    monkeypatch.setattr(deliver, "note_sent", note_sent)
    with pytest.raises(SoftTimeLimitExceeded):
        engine.tick()
    assert Delivery.objects.filter(state="sent").count() == len(left) == 1


def test_an_interruption_between_two_that_come_back_forgets_neither():
    comes = iter(["one", KeyboardInterrupt(), "two", Empty()])

    def get(timeout):
        if isinstance(found := next(comes), BaseException):
            raise found
        return found

    crew = Senders()
    crew.busy, crew.done = 2, types.SimpleNamespace(get=get)
    with pytest.raises(KeyboardInterrupt):
        crew.finished()
    assert crew.finished() == ["one", "two"]


def test_a_thread_that_cannot_begin_is_not_waited_for(cast, by, monkeypatch):
    load(cast, 1)
    by(lambda delivery: None)

    def start(thread):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(Sender, "start", start)
    monkeypatch.setattr(Senders, "next", lambda senders: pytest.fail("waits for ever"))
    with pytest.raises(RuntimeError):
        engine.tick()


def test_a_watch_that_rang_while_it_was_put_away_rings_no_more(by):
    class RingsOnce:
        """As TooSlow may come up at any step of the thread."""

        has_rung = False

        def __enter__(self):
            if not self.has_rung:
                self.has_rung = True
                raise TooSlow

        def __exit__(self, *_):
            pass

    by(lambda delivery: None)
    sender = Sender(SimpleQueue(), SimpleQueue())
    sender.watch.lock = RingsOnce()
    sender.asked.put(types.SimpleNamespace(channel="email"))
    sender.asked.put(None)
    sender.run()
    assert sender.done.get_nowait()
    assert sender.watch.ends is None
