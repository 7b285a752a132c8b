"""`make test`, `make bench`, `make screenshots`: on servers of their own, gone afterwards."""

import sys
from contextlib import contextmanager
from pathlib import Path

from config.launcher import chromium, foreground, messages, servers, terminal

PYTEST = ("-m", "pytest", "-n", "2")


def test(project: Path, arguments: list[str]) -> int:
    """The whole suite, or what the arguments name."""
    browser = {"MIDWEEK_CHROMIUM": chromium.find(), "MIDWEEK_ENV": "test"}
    messages.compile_all(project)
    with _servers(durable=False) as running:
        return foreground.run([sys.executable, *PYTEST, *arguments], running.environment | browser)


def bench(arguments: list[str]) -> int:
    """The benchmarks, on servers that write to disk as real ones do."""
    command = [sys.executable, "-m", "tests.bench", *arguments]
    with _servers(durable=True) as running:
        return foreground.run(command, running.environment | {"MIDWEEK_ENV": "local"})


def screenshots(project: Path, arguments: list[str]) -> int:
    """Pictures of the pages, taken of fresh demo data."""
    command = [sys.executable, "-m", "tests.screenshots", *arguments]
    browser = {"MIDWEEK_CHROMIUM": chromium.find(), "MIDWEEK_ENV": "local"}
    messages.compile_all(project)
    with _servers(durable=False) as running:
        return foreground.run(command, running.environment | browser)


@contextmanager
def _servers(*, durable: bool):
    """The operator's own servers if the environment names them, else embedded ones."""
    if running := servers.outside():
        terminal.done("Using the servers of DATABASE_URL and REDIS_URL")
        yield running
    else:
        with servers.throw_away(durable=durable) as running:
            yield running
