"""Calm lines for people. A closed terminal must never stop the launcher half-way."""

import contextlib
import os
import sys

BOLD, DIM, GREEN, RED, YELLOW = "1", "2", "32", "31", "33"


def paint(text: str, code: str, stream=None) -> str:
    stream = stream or sys.stdout
    plain = "NO_COLOR" in os.environ or not stream.isatty()
    return text if plain else f"\x1b[{code}m{text}\x1b[0m"


def say(text: str = "", *, stream=None) -> None:
    # A killed terminal leaves a dead descriptor behind; stopping cleanly matters more.
    with contextlib.suppress(OSError, ValueError):
        print(text, file=stream or sys.stdout, flush=True)


def step(text: str) -> None:
    say(f"  {paint('·', DIM)} {text}")


def done(text: str) -> None:
    say(f"  {paint('✓', GREEN)} {text}")


def warn(text: str) -> None:
    say(f"  {paint('!', YELLOW)} {text}")


def fail(text: str) -> None:
    say(f"\n  {paint('✗', RED, sys.stderr)} {text}\n", stream=sys.stderr)


def title(text: str) -> None:
    say(f"\n{paint(text, BOLD)}\n")
