"""The time limit of a thread that sends, kept by the one that waits for it."""

import ctypes
import threading
from time import monotonic

from reminders.engine import limit
from reminders.engine.limit import TooSlow

raise_in = ctypes.pythonapi.PyThreadState_SetAsyncExc
raise_in.argtypes = (ctypes.c_ulong, ctypes.py_object)


class Watch:
    """`with watch.over(20)` in the thread; whoever waits for it looks at `ring_if_over`.

    TooSlow comes up at the next step of that thread: sockets' own limits end each step.
    """

    def __init__(self):
        self.lock = threading.Lock()
        self.thread, self.ends = 0, None

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
            # One that rang at the last moment would come up outside.
            raise_in(self.thread, ctypes.py_object())

    def ring_if_over(self):
        with self.lock:
            if self.ends and monotonic() > self.ends:
                self.ends = monotonic() + limit.AGAIN
                raise_in(self.thread, TooSlow)
