"""A few threads that send at once: most of a send is waiting for a mail server.

Only here does the engine leave its thread. What became of each message is noted where they are
handed out, on one connection, and nothing follows on a message that is not noted on disk: a
killed worker repeats AT_ONCE at most, those that it was in the middle of.

One thread is enough for a server that answers at once: to wake more would cost more than the
sends. Where it is slow, others come.
"""

import threading
from contextlib import nullcontext, suppress
from queue import Empty, SimpleQueue
from time import monotonic

from django.db import connection, connections

from accounts.limit import Watch
from reminders import channels

AT_ONCE = 4
# What comes back so close together is noted together.
TOGETHER = 0.002  # seconds
# One who is waited for so long is joined by another.
SLOW = 0.001
WATCH = 0.5


class Senders:
    """`start` a message while `are_free`; `finished` says which have come to an end, again and
    again until they are `seen_to`: whoever is interrupted in between forgets none."""

    def __init__(self):
        self.asked, self.done = SimpleQueue(), SimpleQueue()
        self.threads, self.back = [], []
        self.busy = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for _thread in self.threads:
            self.asked.put(None)
        if not self.busy:
            for thread in self.threads:
                thread.join()

    @property
    def are_free(self):
        return self.busy < AT_ONCE

    def start(self, parcel):
        if connection.in_atomic_block:
            # Others would not see the rows of this transaction.
            self.done.put((parcel, attempt(parcel)))
            self.busy += 1
            return
        if not self.threads:
            self.hire()
        # Counted once nothing can fail any more: what is counted is waited for.
        self.busy += 1
        self.asked.put(parcel)

    def hire(self):
        thread = Sender(self.asked, self.done)
        thread.start()
        self.threads.append(thread)

    def finished(self) -> list:
        """[(parcel, what went wrong, or None)]: waits for one, and for what comes right after."""
        if not self.back:
            self.back.append(self.next())
        ends = monotonic() + TOGETHER
        while len(self.back) < self.busy and (left := ends - monotonic()) > 0:
            try:
                self.back.append(self.done.get(timeout=left))
            except Empty:
                break
        return list(self.back)

    def seen_to(self, finished):
        self.busy -= len(finished)
        del self.back[: len(finished)]

    def next(self):
        while True:
            try:
                return self.done.get(timeout=SLOW if self.could_help else WATCH)
            except Empty:
                if self.could_help:
                    # Where no thread can begin, those at work go on alone.
                    with suppress(RuntimeError):
                        self.hire()
                for thread in self.threads:
                    thread.watch.ring_if_over()

    @property
    def could_help(self):
        """Whether one more would find something to do."""
        return len(self.threads) < AT_ONCE and not self.asked.empty()


class Sender(threading.Thread):
    """Sends one message after the other, until it is handed None."""

    def __init__(self, asked, done):
        super().__init__(name="sender", daemon=True)
        self.asked, self.done = asked, done
        self.watch = Watch()

    def run(self):
        try:
            while parcel := self.asked.get():
                error = attempt(parcel, self.watch)
                # It may have rung while it was put away.
                self.watch.silence()
                self.done.put((parcel, error))
                if error:
                    # It may have been the database; the next one asks on a line that works.
                    connections.close_all()
        finally:
            connections.close_all()


def attempt(parcel, watch=None):
    try:
        with watch.over(channels.SEND_LIMIT) if watch else nullcontext():
            channels.channel(parcel.channel).send(parcel)
    except Exception as error:
        return error
    return None
