"""A time limit on whatever speaks to another server, also where each step keeps its own.

What may take too long runs in a thread of its own. Whoever waits for it looks at the watch, and
raises TooSlow in it: a server that says a letter a second would hold a socket's limit for ever.
"""

import ctypes
import threading
from time import monotonic

from accounts.post import TooSlow

# What swallows one alarm hears the next.
AGAIN = 1.0

raise_in = ctypes.pythonapi.PyThreadState_SetAsyncExc
raise_in.argtypes = (ctypes.c_ulong, ctypes.py_object)


class Watch:
    """`with watch.over(20)` in the thread; whoever waits for it looks at `ring_if_over`.

    TooSlow comes up at the next step of that thread: sockets' own limits end each step.
    """

    def __init__(self):
        self.lock = threading.Lock()
        self.thread, self.ends, self.has_rung = 0, None, False

    def over(self, seconds):
        self.thread, self.ends = threading.get_ident(), monotonic() + seconds
        return self

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.silence()

    def silence(self):
        with self.lock:
            self.ends = None
            # One that rang at the last moment would come up outside. Taken back only then:
            # Python 3.11 looks for alarms at every step of every thread, once it was told of one.
            if self.has_rung:
                self.has_rung = False
                raise_in(self.thread, ctypes.py_object())

    def ring_if_over(self):
        with self.lock:
            if self.ends and monotonic() > self.ends:
                self.ends = monotonic() + AGAIN
                self.has_rung = True
                raise_in(self.thread, TooSlow)


class Errand(threading.Thread):
    """One piece of work, and what went wrong with it."""

    error: Exception | None

    def __init__(self, seconds, work):
        super().__init__(name="errand", daemon=True)
        self.seconds, self.work = seconds, work
        self.watch = Watch()
        # Until the opposite is known: it may ring at any step.
        self.error = TooSlow()

    def run(self):
        try:
            with self.watch.over(self.seconds):
                self.work()
            self.error = None
        except Exception as error:
            self.error = error
        finally:
            # It may have rung while it was put away.
            self.watch.silence()


def within(seconds, work):
    """work(), or TooSlow. It is not waited for any longer, also where it hears no alarm."""
    errand = Errand(seconds, work)
    errand.start()
    errand.join(seconds)
    if errand.is_alive():
        errand.watch.ring_if_over()
        errand.join(AGAIN)
    if errand.is_alive():
        raise TooSlow
    if errand.error is not None:
        raise errand.error
