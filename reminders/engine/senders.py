"""A few threads that send at once: most of a send is waiting for a mail server.

Only here does the engine leave its thread. What became of each message is noted where they are
handed out, on one connection, and nothing follows on a message that is not noted on disk: a
killed worker repeats AT_ONCE at most, those that it was in the middle of.
"""

import threading
from contextlib import nullcontext
from queue import Empty, SimpleQueue
from time import monotonic

from django.db import connection, connections

from reminders import channels
from reminders.engine.watch import Watch

AT_ONCE = 4
# What comes back so close together is noted together.
TOGETHER = 0.002  # seconds
WATCH = 0.5


class Senders:
    """`start` a message while `are_free`, and `finished` says which have come to an end."""

    def __init__(self):
        self.asked, self.done = SimpleQueue(), SimpleQueue()
        self.threads = []
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
        self.busy += 1
        if connection.in_atomic_block:
            # Others would not see the rows of this transaction.
            self.done.put((parcel, attempt(parcel)))
            return
        if len(self.threads) < self.busy:
            self.threads.append(Sender(self.asked, self.done))
            self.threads[-1].start()
        self.asked.put(parcel)

    def finished(self) -> list:
        """[(parcel, what went wrong, or None)]: waits for one, and for what comes right after."""
        found = [self.next()]
        ends = monotonic() + TOGETHER
        while len(found) < self.busy and (left := ends - monotonic()) > 0:
            try:
                found.append(self.done.get(timeout=left))
            except Empty:
                break
        self.busy -= len(found)
        return found

    def next(self):
        while True:
            try:
                return self.done.get(timeout=WATCH)
            except Empty:
                for thread in self.threads:
                    thread.watch.ring_if_over()


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
                if error:
                    # It may have been the database; the next one asks on a line that works.
                    connections.close_all()
                self.done.put((parcel, error))
        finally:
            connections.close_all()


def attempt(parcel, watch=None):
    try:
        with watch.over(channels.SEND_LIMIT) if watch else nullcontext():
            channels.channel(parcel.channel).send(parcel)
    except Exception as error:
        return error
    return None
