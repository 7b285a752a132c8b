"""The embedded PostgreSQL: made by initdb, reached by a Unix socket, no port."""

import contextlib
import os
import shutil
import signal
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import psycopg2

from config.launcher import processes, roles
from config.launcher.account import Account
from config.launcher.errors import LauncherError
from config.launcher.programs import Programs

MAJOR = "18"
SUPERUSER = "postgres"
# Data of a throw-away home need not outlive a power cut.
HASTY = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


@dataclass
class Postgres:
    programs: Programs
    account: Account
    state: Path
    sockets: Path
    durable: bool = True
    process: subprocess.Popen | None = field(default=None, init=False)

    name = "PostgreSQL"

    @property
    def data(self) -> Path:
        return self.state / "postgres"

    @property
    def log(self) -> Path:
        return self.state / "postgres.log"

    def url(self, role: str, database: str = roles.DATABASE) -> str:
        return f"postgresql://{role}@/{database}?host={quote(str(self.sockets), safe='')}"

    def start(self) -> None:
        """Make the data folder if there is none, end strays, start, wait until it answers."""
        self._make_data()
        self.end_stray()
        self._spawn()
        self._wait_until_ready()

    def prepare(self) -> None:
        """Make the roles and the database. Saying it twice changes nothing."""
        roles.Roles(for_tests=True).make(self.url(SUPERUSER, "postgres"))

    def is_alive(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def stop(self) -> None:
        """Fast shutdown: sessions are ended, data is written."""
        if self.process is not None:
            processes.stop(self.process, signal.SIGINT, patience=30)

    def end_stray(self) -> None:
        """End a server that an earlier launcher left; forget one that is gone."""
        lines = self._pid_file().split("\n")
        if not lines[0].isdigit():
            return
        pid = int(lines[0])
        if self._is_ours(pid):
            processes.end_stray(pid, signal.SIGINT)
        self._mark_locks_as_stale()

    def _mark_locks_as_stale(self) -> None:
        """PostgreSQL yields to whatever has the id: a stranger, or a killed server not yet buried.

        Its parent's id it knows to be stale, and still looks for orphans in the shared memory.
        """
        for file in (self.data / "postmaster.pid", self.sockets / ".s.PGSQL.5432.lock"):
            with contextlib.suppress(FileNotFoundError):
                rest = file.read_text().split("\n")[1:]
                file.write_text("\n".join([str(os.getpid()), *rest]))

    def _pid_file(self) -> str:
        try:
            return (self.data / "postmaster.pid").read_text()
        except FileNotFoundError:
            return ""

    def _is_ours(self, pid: int) -> bool:
        command = processes.command_line(pid)
        return "postgres" in command and f"-D {self.data} " in f"{command} "

    def _make_data(self) -> None:
        version = self.data / "PG_VERSION"
        if not version.exists():
            return self._initdb()
        if version.read_text().strip() != MAJOR:
            raise LauncherError(
                f"{self.data} was made by PostgreSQL {version.read_text().strip()}, not {MAJOR}.\n"
                "    Move that folder away to start afresh, or see docs/running.md."
            )
        return None

    def _initdb(self) -> None:
        """Build beside, then rename: a start killed half-way leaves nothing half-made."""
        fresh = self.data.with_name("postgres.new")
        shutil.rmtree(fresh, ignore_errors=True)
        self.account.private_folder(fresh)
        command = [str(self.programs.initdb), "-D", str(fresh), "-U", SUPERUSER]
        # Sockets lie in a folder only this user can enter, hence no password.
        command += ["--auth-local=trust", "--auth-host=reject", "--no-instructions"]
        # Letter case of every script, and the same order on every computer.
        command += [
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
        ]
        command += [] if self.durable else ["--no-sync"]
        made = subprocess.run(command, capture_output=True, text=True, check=False, **self._place)
        if made.returncode:
            raise LauncherError(f"PostgreSQL could not make its data folder:\n{made.stderr}")
        fresh.rename(self.data)

    @property
    def _place(self) -> dict:
        environment = {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C"}
        return {"cwd": self.sockets, "env": environment, **self.account.switch}

    def _spawn(self) -> None:
        options = ["listen_addresses=", "unix_socket_permissions=0700", "max_connections=100"]
        options += () if self.durable else HASTY
        command = [self.programs.postgres, "-D", self.data, "-k", self.sockets]
        for option in options:
            command += ["-c", option]
        with self.log.open("ab") as log:
            self.process = processes.spawn(
                command, dies_with_us=signal.SIGINT, stdout=log, stderr=log, **self._place
            )

    def _wait_until_ready(self) -> None:
        processes.until(lambda: not self.is_alive() or self._answers(), seconds=60)
        if not self.is_alive() or not self._answers():
            self.stop()
            tail = "\n".join(self.log.read_text(errors="replace").splitlines()[-8:])
            raise LauncherError(f"PostgreSQL did not start. The end of {self.log}:\n{tail}")

    def has_database(self) -> bool:
        return self._answers(roles.APP, roles.DATABASE)

    def _answers(self, role: str = SUPERUSER, database: str = "postgres") -> bool:
        try:
            with contextlib.closing(psycopg2.connect(self.url(role, database))):
                return True
        except psycopg2.OperationalError:
            return False
