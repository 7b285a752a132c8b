"""One command in the foreground, with the terminal its own."""

import os
import signal
import subprocess
from contextlib import contextmanager

from config.launcher import processes
from config.launcher.errors import LauncherError


def run(command: list[str], environment: dict[str, str]) -> int:
    """Run to its end and return its exit code as a shell would.

    Ctrl-C reaches the command by itself; `kill` and a closed terminal are passed on.
    """
    environment = os.environ | environment
    try:
        preexec = processes.ends_with_us(signal.SIGTERM)
        process = subprocess.Popen(command, env=environment, preexec_fn=preexec)
    except FileNotFoundError:
        raise LauncherError(f"There is no command called {command[0]}.") from None
    except PermissionError:
        raise LauncherError(f"{command[0]} is there, and is no program that may be run.") from None
    with _passing_signals_to(process):
        code = process.wait()
    return code if code >= 0 else 128 - code


@contextmanager
def _passing_signals_to(process: subprocess.Popen):
    before = {
        signal.SIGINT: signal.signal(signal.SIGINT, lambda *_: None),
        signal.SIGTERM: signal.signal(signal.SIGTERM, lambda *_: process.terminate()),
        signal.SIGHUP: signal.signal(signal.SIGHUP, lambda *_: process.terminate()),
    }
    try:
        yield
    finally:
        for signum, handler in before.items():
            signal.signal(signum, handler)
