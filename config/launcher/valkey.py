"""The embedded Valkey: Celery's broker, reached by a Unix socket, no port."""

import signal
import socket
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from config.launcher import processes
from config.launcher.account import Account
from config.launcher.errors import LauncherError
from config.launcher.programs import Programs


@dataclass
class Valkey:
    programs: Programs
    account: Account
    state: Path
    sockets: Path
    durable: bool = True
    process: subprocess.Popen | None = field(default=None, init=False)

    name = "Valkey"

    @property
    def data(self) -> Path:
        return self.state / "valkey"

    @property
    def log(self) -> Path:
        return self.state / "valkey.log"

    @property
    def pid_file(self) -> Path:
        return self.data / "pid"

    @property
    def socket(self) -> Path:
        return self.sockets / "valkey.sock"

    @property
    def url(self) -> str:
        return f"redis+socket://{quote(str(self.socket))}"

    def start(self) -> None:
        self.account.private_folder(self.data)
        self.end_stray()
        self._spawn()
        if not processes.until(lambda: not self.is_alive() or self._answers(), seconds=30):
            self.stop()
        if not self.is_alive():
            tail = "\n".join(self.log.read_text(errors="replace").splitlines()[-8:])
            raise LauncherError(f"Valkey did not start. The end of {self.log}:\n{tail}")

    def is_alive(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def stop(self) -> None:
        if self.process is not None:
            processes.stop(self.process, signal.SIGTERM)
            self.pid_file.unlink(missing_ok=True)

    def end_stray(self) -> None:
        """End a server that an earlier launcher left. Its title carries our socket."""
        try:
            pid = int(self.pid_file.read_text())
        except (FileNotFoundError, ValueError):
            return
        if str(self.socket) in processes.command_line(pid):
            processes.end_stray(pid)

    def _spawn(self) -> None:
        command = [self.programs.valkey, "--port", 0, "--unixsocket", self.socket]
        command += ["--unixsocketperm", 700, "--save", "60 1" if self.durable else ""]
        # A full disk must not keep it from stopping: what is due is decided in PostgreSQL.
        command += ["--daemonize", "no", "--shutdown-on-sigterm", "force"]
        with self.log.open("ab") as log:
            self.process = processes.spawn(
                command, stdout=log, stderr=log, cwd=self.data, **self.account.switch
            )
        self.pid_file.write_text(str(self.process.pid))

    def _answers(self) -> bool:
        try:
            with socket.socket(socket.AF_UNIX) as client:
                client.connect(str(self.socket))
                client.sendall(b"PING\r\n")
                return client.recv(5) == b"+PONG"
        except OSError:
            return False
