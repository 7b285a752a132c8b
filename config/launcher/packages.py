"""Programs of others: tried, and installed with apt-get where this is root on Debian."""

import os
import shutil
import subprocess

from config.launcher import terminal

INSTALL = ("apt-get", "install", "-y", "-qq", "--no-install-recommends")


def install(what: str, *packages: str) -> None:
    """With apt-get, where it is there and may; else nothing happens."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    with terminal.task(f"{what} missing: installing with apt-get"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        attempt("apt-get", "update", "-qq", env=quiet)
        attempt(*INSTALL, *packages, env=quiet)


def runs(path: str) -> bool:
    """A snap's stand-in or a build without its libraries is there, and does not run."""
    told = attempt(path, "--version", seconds=30)
    return told is not None and told.returncode == 0


def attempt(*command: str, seconds: float = 300, **options) -> subprocess.CompletedProcess | None:
    """What the command said; None if it is not there or does not end in time."""
    options |= {"capture_output": True, "text": True, "stdin": subprocess.DEVNULL}
    try:
        return subprocess.run(command, timeout=seconds, check=False, **options)
    except (OSError, subprocess.TimeoutExpired):
        return None
