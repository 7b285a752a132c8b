"""`make run`: everything on this computer, started in order, watched, stopped in order."""

import os
import subprocess
import sys
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from config.launcher import (
    account,
    greeting,
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


@dataclass
class Run:
    """One `make run`. Its stack closes what was opened, last first, whatever happens."""

    project: Path
    home: Path
    port: int
    stack: ExitStack = field(default_factory=ExitStack)

    def until_stopped(self) -> None:
        """Start all and keep all running, until Stop is raised."""
        self.home.mkdir(parents=True, exist_ok=True)
        with self.stack:
            self.stack.enter_context(lock.held(self.home))
            self._clear_the_way()
            running = self._start_servers()
            self._prepare()
            self._start_programs()
            greeting.greet(self.port, self.home)
            supervisor.keep([*running.embedded, *self.programs])

    @cached_property
    def environment(self) -> dict[str, str]:
        """What the application's processes see; the servers' addresses join it later."""
        address = f"http://{port.HOST}:{self.port}"
        shown = {"PUBLIC_URL": os.environ.get("PUBLIC_URL", address), "PYTHONUNBUFFERED": "1"}
        return os.environ | services.local_settings(self.home) | shown

    @cached_property
    def programs(self) -> list[Program]:
        mark = f"midweek-{account.digest(self.home)}"
        wanted = services.all_for(self.home, self.port, mark)
        return [Program(service, self.home, self.project, self.environment) for service in wanted]

    def _clear_the_way(self) -> None:
        for program in self.programs:
            program.end_stray()
            program.shorten_log()
        port.require_free(self.port)

    def _start_servers(self) -> servers.Servers:
        if running := servers.outside():
            servers.say_which(running)
        else:
            with terminal.task("PostgreSQL and Valkey"):
                running = servers.start_held(self.home)
            greeting.say_who_runs_the_servers(running.embedded[0])
        self.stack.enter_context(running)
        self.environment.update(running.environment)
        return running

    def _prepare(self) -> None:
        messages.compile_all(self.project)
        with terminal.task("Tables and the built-in library"):
            self._manage("prepare")
        with terminal.task("Demo data"):
            self._manage("seed_demo", "--if-empty")

    def _manage(self, *command: str) -> None:
        """Run a management command quietly; if it fails, all it said is shown."""
        manage = [sys.executable, str(self.project / "manage.py"), *command]
        told = subprocess.run(
            manage,
            cwd=self.project,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if told.returncode:
            raise LauncherError(f"manage.py {command[0]} failed:\n{told.stdout}{told.stderr}")

    def _start_programs(self) -> None:
        web, *others = self.programs
        with terminal.task("Web pages"):
            self._start_program(web)
            self._wait_for(web)
        with terminal.task("Worker and scheduler"):
            for program in others:
                self._start_program(program)

    def _start_program(self, program: Program) -> None:
        self.stack.callback(program.stop)
        program.start()

    def _wait_for(self, web: Program) -> None:
        processes.until(lambda: port.answers(self.port) or not web.is_alive(), seconds=60)
        if not web.is_alive() or not port.answers(self.port):
            tail = "\n".join(web.log.read_text(errors="replace").splitlines()[-80:])
            raise LauncherError(f"The web pages did not come up. The end of {web.log}:\n{tail}")
