"""Calm lines for people. A closed terminal must never stop the launcher half-way."""

import contextlib
import os
import signal
import sys
import time
from collections.abc import Callable

BOLD, DIM, GREEN, RED, YELLOW = "1", "2", "32", "31", "33"
NOTICEABLE_SECONDS = 1.0


def is_lively(stream=None) -> bool:
    """Colour and rewritten lines, only where a person looks."""
    with contextlib.suppress(ValueError):
        return "NO_COLOR" not in os.environ and (stream or sys.stdout).isatty()
    return False


def watch_for_its_end() -> Callable[[], bool]:
    """Whether the terminal that we were started in is closed by now.

    `make` as a terminal's only program keeps SIGHUP to itself. Under nohup nobody minds.
    """
    if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN or not os.isatty(0):
        return lambda: False
    return lambda: not os.isatty(0)


def paint(text: str, code: str, stream=None) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if is_lively(stream) else text


def say(text: str = "", *, stream=None, end: str = "\n") -> None:
    # A killed terminal leaves a dead descriptor behind; stopping cleanly matters more.
    with contextlib.suppress(OSError, ValueError):
        print(text, file=stream or sys.stdout, flush=True, end=end)


def done(text: str) -> None:
    say(f"  {paint('✓', GREEN)} {text}")


def warn(text: str) -> None:
    say(f"  {paint('!', YELLOW)} {text}")


def fail(text: str) -> None:
    say(f"\n  {paint('✗', RED, sys.stderr)} {text}\n", stream=sys.stderr)


def title(text: str) -> None:
    say(f"\n{paint(text, BOLD)}\n")


@contextlib.contextmanager
def task(text: str):
    """Say what is being done while it lasts, and that it is done after."""
    begun = time.monotonic()
    if is_lively():
        say(f"  {paint('·', DIM)} {text} …", end="")
    try:
        yield
    except BaseException:
        say() if is_lively() else None
        raise
    seconds = time.monotonic() - begun
    took = paint(f"  {seconds:.1f} s", DIM) if seconds >= NOTICEABLE_SECONDS else ""
    say("\r\x1b[K" if is_lively() else "", end="")
    done(f"{text}{took}")
