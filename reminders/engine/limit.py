"""A time limit on whatever a channel does, also where each of its steps keeps its own."""

import signal
import threading
from contextlib import contextmanager

from reminders.channels import Temporary

# What swallows one alarm hears the next.
AGAIN = 1.0


class TooSlow(Temporary):
    """The other side kept the line open and did not come to an end."""


@contextmanager
def time_limit(seconds):
    """Raises TooSlow after so many seconds, and then each second. Signals reach the main thread
    only: there letters are sent; of other threads see watch.py. Inside C code sockets' own limits
    have to do."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(signum, frame):
        raise TooSlow

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
