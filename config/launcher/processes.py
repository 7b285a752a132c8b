"""Processes started, recognised and ended by their id, never by name."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

LIBC: Any = ctypes.CDLL(None) if sys.platform == "linux" else None
PR_SET_PDEATHSIG = 1
POLL_SECONDS = 0.02


def spawn(command, *, dies_with_us=signal.SIGTERM, **options) -> subprocess.Popen:
    """Start a process in a session of its own, so that Ctrl-C reaches the launcher only.

    On Linux the system ends it when the thread that started it dies, even by kill -9: start
    from a thread that stays.
    """
    return subprocess.Popen(
        [str(part) for part in command],
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=ends_with_us(dies_with_us),
        **options,
    )


def ends_with_us(signum: int):
    """What a new process does first, so that our death reaches it; nothing where unknown."""
    parent = os.getpid()

    def set_parent_death_signal():
        LIBC.prctl(PR_SET_PDEATHSIG, signum)
        if os.getppid() != parent:  # it died before the line above
            os._exit(1)

    return set_parent_death_signal if LIBC else None


def stop(process: subprocess.Popen, signum=signal.SIGTERM, *, patience=20.0) -> bool:
    """Ask, wait, and only then insist. Say whether asking was enough."""
    if process.poll() is not None:
        return True
    process.send_signal(signum)
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return False
    return True


def end_stray(pid: int, signum=signal.SIGTERM, *, patience=20.0) -> None:
    """End a process that is not our child, such as one a killed launcher left behind."""
    for asked in (signum, signal.SIGKILL):
        try:
            os.kill(pid, asked)
        except ProcessLookupError:
            return
        if until(lambda: not is_alive(pid), seconds=patience):
            return


def until(condition, *, seconds: float) -> bool:
    """Wait for a condition; say whether it came true in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(POLL_SECONDS)
    return condition()


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return not _is_zombie(pid)


def _is_zombie(pid: int) -> bool:
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] == "Z"


def command_line(pid: int) -> str:
    """What the process was started as; empty when there is no such process."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        pass
    if sys.platform == "linux":
        return ""
    ps = ["ps", "-ww", "-o", "command=", "-p", str(pid)]
    return subprocess.run(ps, capture_output=True, text=True, check=False).stdout
