"""One launcher a home. The system frees the lock when its holder dies, however it dies."""

import fcntl
import os
from contextlib import contextmanager
from pathlib import Path

from config.launcher.errors import AlreadyRunning


@contextmanager
def held(home: Path):
    """Hold the home's lock, or raise AlreadyRunning naming the holder."""
    with (home / "lock").open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning(_message(file, home)) from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield


def _message(file, home: Path) -> str:
    file.seek(0)
    holder = file.read().strip() or "not known yet"
    return (
        f"Midweek is already running from {home} (process {holder}).\n"
        "    Use that one, or stop it with Ctrl-C in its terminal"
        + (f" or `kill {holder}`." if holder.isdigit() else ".")
    )
