"""Keeps things running: whatever dies is started again, after a pause that grows."""

import signal
import time
from dataclasses import dataclass, field
from typing import Protocol

from config.launcher import terminal
from config.launcher.errors import LauncherError

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
# Having lived this long, it starts with a clean slate.
LONG_LIFE = 60.0
LOOK_EVERY = 0.3


class Runnable(Protocol):
    @property
    def name(self) -> str: ...
    def start(self) -> None: ...
    def is_alive(self) -> bool: ...


@dataclass
class Keeper:
    thing: Runnable
    pause: float = FIRST_PAUSE
    started: float = field(default_factory=time.monotonic)
    due: float | None = None

    def look(self, now: float) -> None:
        """One glance: note a death, or start again what has been dead for its pause."""
        if self.thing.is_alive():
            self.due = None
        elif self.due is None:
            self._note_death(now)
        elif now >= self.due:
            self._start_again(now)

    def _note_death(self, now: float) -> None:
        if now - self.started > LONG_LIFE:
            self.pause = FIRST_PAUSE
        self.due = now + self.pause
        log = getattr(self.thing, "log", "its log")
        terminal.warn(f"{self.thing.name} stopped; again in {self.pause:.0f} s. Why: {log}")
        self.pause = min(self.pause * 2, LONGEST_PAUSE)

    def _start_again(self, now: float) -> None:
        self.started, self.due = now, None
        try:
            self.thing.start()
        except LauncherError as error:
            terminal.warn(str(error))
        else:
            terminal.done(f"{self.thing.name} runs again")


def keep(things: list[Runnable]) -> None:
    """Watch for ever. A signal or a closed terminal ends it by raising Stop."""
    keepers = [Keeper(thing) for thing in things]
    is_closed = terminal.watch_for_its_end()
    while not is_closed():
        for keeper in keepers:
            keeper.look(time.monotonic())
        time.sleep(LOOK_EVERY)
    signal.raise_signal(signal.SIGHUP)
