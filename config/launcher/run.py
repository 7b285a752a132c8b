"""`make run`: everything on this computer, started in order, watched, stopped in order."""

import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

from config.launcher import (
    account,
    lock,
    messages,
    port,
    processes,
    servers,
    services,
    supervisor,
    terminal,
)
from config.launcher.errors import LauncherError
from config.launcher.program import Program

DEMO_PASSWORD = "midweek-demo"  # noqa: S105
DEMO = {
    "therapist@midweek.test": "therapist, about 24 clients",
    "client@midweek.test": "a client of theirs",
    "admin@midweek.test": "clinic admin",
    "therapist2@midweek.test": "another therapist, same clinic",
    "client2@midweek.test": "a client of that therapist",
    "outsider@midweek.test": "therapist of another clinic",
}


def run(project: Path, home: Path) -> None:
    """Start all, keep all running, until Stop is raised."""
    number = port.from_environment()
    terminal.title("Midweek")
    with ExitStack() as stack:
        home.mkdir(parents=True, exist_ok=True)
        stack.enter_context(lock.held(home))
        stack.callback(terminal.say)
        running = _prepare(project, home, number, stack)
        programs = _programs(project, home, number, running)
        for program in reversed(programs):
            stack.callback(program.stop)
        for program in programs:
            program.start()
        _wait_for_web(programs[0], number)
        _greet(number, home)
        stack.callback(terminal.done, "Stopped. Your data stays.")
        supervisor.keep([*running.embedded, *programs])


def _prepare(project: Path, home: Path, number: int, stack: ExitStack) -> servers.Servers:
    for program in _programs(project, home, number, None):
        program.shorten_log()
        program.end_stray()
    port.require_free(number)
    running = stack.enter_context(servers.outside() or servers.start_held(home))
    _say_where(running, home)
    messages.compile_all(project)
    environment = _environment(home, number, running)
    _manage(project, environment, "prepare")
    terminal.done("The database is up to date")
    _manage(project, environment, "seed_demo", "--if-empty")
    terminal.done("Demo data is there")
    return running


def _say_where(running: servers.Servers, home: Path) -> None:
    if not running.embedded:
        return terminal.done("Using the servers that DATABASE_URL and REDIS_URL name")
    postgres = running.embedded[0]
    if postgres.account.switch:
        terminal.step(f"PostgreSQL refuses to run as root: servers run as {postgres.account.name}")
    return terminal.done(f"PostgreSQL 18 and Valkey are up, data in {postgres.state}")


def _programs(project, home, number, running) -> list[Program]:
    mark = f"midweek-{account.digest(home)}"
    environment = _environment(home, number, running)
    return [
        Program(service, home, environment) for service in services.all_for(home, number, mark)
    ]


def _environment(home: Path, number: int, running: servers.Servers | None) -> dict[str, str]:
    local = {
        "MIDWEEK_ENV": "local",
        "PUBLIC_URL": os.environ.get("PUBLIC_URL", f"http://{port.HOST}:{number}"),
        "MAILBOX_DIR": str(home / "mailbox"),
        "PYTHONUNBUFFERED": "1",
    }
    return os.environ | local | (running.environment if running else {})


def _manage(project: Path, environment: dict[str, str], *command: str) -> None:
    """Run a management command quietly; if it fails, all it said is shown."""
    told = subprocess.run(
        [sys.executable, str(project / "manage.py"), *command],
        env=environment,
        cwd=project,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if told.returncode:
        raise LauncherError(f"manage.py {command[0]} failed:\n{told.stdout}{told.stderr}")


def _wait_for_web(web: Program, number: int) -> None:
    came = processes.until(lambda: port.answers(number) or not web.is_alive(), seconds=60)
    if not came or not web.is_alive():
        tail = "\n".join(web.log.read_text(errors="replace").splitlines()[-15:])
        raise LauncherError(f"The web pages did not come up. The end of {web.log}:\n{tail}")
    terminal.done("Web, worker and scheduler are up")


def _greet(number: int, home: Path) -> None:
    address = terminal.paint(f"http://{port.HOST}:{number}", terminal.BOLD)
    terminal.say(f"\n  Open {address} and sign in, password {DEMO_PASSWORD}:\n")
    for email, who in DEMO.items():
        terminal.say(f"    {email:<26} {terminal.paint(who, terminal.DIM)}")
    terminal.say(f"\n  Logs are in {home}. Ctrl-C stops everything.\n")
