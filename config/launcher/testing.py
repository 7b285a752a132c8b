"""`make test`, `bench`, `lighthouse`, `screenshots`: on servers of their own, gone afterwards."""

import sys
from pathlib import Path

from config.launcher import (
    chromium,
    foreground,
    messages,
    other_browsers,
    servers,
    services,
)

PYTEST = ("-m", "pytest", "-n", "2")


def test(project: Path, arguments: list[str]) -> int:
    """The whole suite, or what the arguments name."""
    browsers = {"MIDWEEK_CHROMIUM": chromium.find(), **other_browsers.find()}
    messages.compile_all(project)
    with _servers_for_tests() as running:
        environment = running.environment | browsers | {"MIDWEEK_ENV": "test"}
        return foreground.run([sys.executable, *PYTEST, *arguments], environment)


def bench(project: Path, arguments: list[str]) -> int:
    """The benchmarks, on servers that write to disk as real ones do."""
    return _on_demo_data(project, "tests.bench", arguments, {}, durable=True)


def screenshots(project: Path, arguments: list[str]) -> int:
    """Pictures of the pages, taken of fresh demo data."""
    browser = {"MIDWEEK_CHROMIUM": chromium.find()}
    return _on_demo_data(project, "tests.screenshots", arguments, browser, durable=False)


def lighthouse(project: Path, arguments: list[str]) -> int:
    """Lighthouse's figures, of fresh demo data."""
    browser = {"MIDWEEK_CHROMIUM": chromium.find()}
    return _on_demo_data(project, "tests.lighthouse", arguments, browser, durable=False)


def _on_demo_data(project, module, arguments, environment, *, durable) -> int:
    """Never on servers that the environment names: these commands fill what they are given."""
    messages.compile_all(project)
    with servers.throw_away(durable=durable) as running:
        local = services.local_settings(running.embedded[0].state) | environment
        command = [sys.executable, "-m", module, *arguments]
        return foreground.run(command, running.environment | local)


def _servers_for_tests():
    """The operator's own if the environment names them (tests make databases of their own)."""
    if running := servers.outside():
        servers.say_which(running)
        return running
    return servers.throw_away()
