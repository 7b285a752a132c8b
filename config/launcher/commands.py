"""What each command of `python -m config.launcher` does. Each returns an exit code."""

import os
import shlex
import sys
import time
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from config.launcher import (
    checks,
    extracting,
    foreground,
    locking,
    messages,
    port,
    programs,
    roles,
    servers,
    services,
    terminal,
    testing,
)
from config.launcher.errors import AlreadyRunning, LauncherError
from config.launcher.run import Run

PROJECT = Path(__file__).resolve().parents[2]


def run(options) -> int:
    """Everything together: servers, web pages, worker, scheduler. What `make run` calls."""
    terminal.title("Midweek")
    Run(PROJECT, options.home, port.from_environment()).until_stopped()
    return 0


def test(options) -> int:
    """The test suite, or what follows: test tests/goals -k steps."""
    return testing.test(PROJECT, options.arguments)


def check(options) -> int:
    """Format, lint, types and the other checks, or those named."""
    return checks.check(PROJECT, options.arguments)


def bench(options) -> int:
    """The benchmarks."""
    return testing.bench(PROJECT, options.arguments)


def lighthouse(options) -> int:
    """What Lighthouse says of a client's pages; needs Node."""
    return testing.lighthouse(PROJECT, options.arguments)


def screenshots(options) -> int:
    """Pictures of the pages for the README."""
    return testing.screenshots(PROJECT, options.arguments)


def lock(options) -> int:
    """Pin every dependency with its hashes."""
    return locking.lock(PROJECT, options.arguments)


def run_servers(options) -> int:
    """Only PostgreSQL and Valkey, until stopped; prints where they are, for a shell."""
    with servers.start(options.home) as running:
        for variable, value in running.environment.items():
            terminal.say(f"export {variable}={shlex.quote(value)}")
        while all(engine.is_alive() for engine in running.embedded):
            time.sleep(0.5)
    terminal.fail("A server stopped by itself.")
    return 1


def execute(options) -> int:
    """A command with servers, psql and pg_dump at hand: exec -- python manage.py shell."""
    command = options.arguments[1:] if options.arguments[:1] == ["--"] else options.arguments
    if not command:
        raise LauncherError("Say which command: bin/midweek exec -- psql")
    with _servers(options) as running:
        return foreground.run(command, running.environment | _local(options) | _tools(running))


def make_roles(options) -> int:
    """The SQL that makes both database roles on a server of your own; --on runs it there."""
    wanted = roles.Roles.of(os.environ, for_tests=options.for_tests)
    if options.on:
        wanted.make_on(options.on)
        terminal.done(f"Roles {wanted.owner} and {wanted.app}, database {wanted.database}")
    else:
        sys.stdout.write(wanted.script())
    return 0


def compile_messages(options) -> int:
    """Compile the translations; with --collect, first bring the German ones up to date."""
    if options.collect:
        missing = extracting.update(PROJECT, PROJECT / "locale/de/LC_MESSAGES/django.po")
        terminal.done(f"{missing} messages wait for German words")
    terminal.done(f"{messages.compile_all(PROJECT)} catalogues compiled")
    return 0


def collect_static(options) -> int:
    """Gather and compress static files as production serves them; needs no secrets."""
    command = [sys.executable, str(PROJECT / "manage.py"), "collectstatic", "--noinput"]
    return foreground.run(command, checks.production_environment())


def _local(options) -> dict[str, str]:
    """What `make run` wrote is read with its settings. Servers of one's own may be production."""
    if servers.outside():
        return {}
    environment = os.environ.get("MIDWEEK_ENV", "local")
    return services.local_settings(options.home) | {"MIDWEEK_ENV": environment}


def _tools(running: servers.Servers) -> dict[str, str]:
    """Python, psql and pg_dump of these servers' version come first; psql needs no arguments."""
    folders = [str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)]
    if servers.outside():
        return {"PATH": os.pathsep.join(folders)}
    postgres = str(programs.find().postgres_bin)
    address = urlsplit(running.database_url)
    return {
        "PATH": os.pathsep.join([postgres, *folders]),
        "PGHOST": parse_qs(address.query)["host"][0],
        "PGUSER": roles.OWNER,
        "PGDATABASE": roles.DATABASE,
    }


def _servers(options):
    """The operator's own, else a throw-away pair if asked, else the home's, started or joined."""
    if running := servers.outside():
        return running
    if options.fresh:
        return servers.throw_away()
    try:
        return servers.start(options.home)
    except AlreadyRunning:
        return servers.join(options.home)
