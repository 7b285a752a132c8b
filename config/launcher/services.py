"""What Midweek runs: web, worker, scheduler. docker-compose.yml runs the same (a test compares)."""

import sys
from dataclasses import dataclass
from pathlib import Path

# Threads keep a phone's parallel requests from queueing behind one slow page.
WEB = ("gunicorn", "config.wsgi", "--workers", "2", "--threads", "4", "--no-control-socket")
WORKER = ("celery", "-A", "config", "worker", "--without-mingle", "--without-gossip")
BEAT = ("celery", "-A", "config", "beat")


def local_settings(home: Path) -> dict[str, str]:
    """What tells the application that it runs on somebody's own machine, its mails kept there."""
    return {"MIDWEEK_ENV": "local", "MAILBOX_DIR": str(home / "mailbox")}


@dataclass(frozen=True)
class Service:
    """A long-running command of the application. `mark` tells its process from a stranger's."""

    name: str
    command: tuple[str, ...]
    mark: str


def all_for(home: Path, port: int, mark: str) -> list[Service]:
    """The three services, web first. Every command line carries the home's mark."""
    # Where one person waits for Ctrl-C, a page that hangs is not worth gunicorn's 30 seconds.
    local_web = ("--bind", f"127.0.0.1:{port}", "--graceful-timeout", "5", "--name", mark)
    schedule = str(home / f"celerybeat-schedule-{mark}")
    return [
        Service("web", _module(*WEB, *local_web), mark),
        Service("worker", _module(*WORKER, "--concurrency", "2", "-n", f"{mark}@%h"), mark),
        Service("scheduler", _module(*BEAT, "--schedule", schedule), mark),
    ]


def _module(program: str, *arguments: str) -> tuple[str, ...]:
    """By `python -m`: the scripts in bin/ do not survive a space in the path to Python."""
    return (sys.executable, "-m", program, *arguments)
