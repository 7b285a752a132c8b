"""One service as a process: started, watched, stopped, its output in a log file."""

import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from config.launcher import processes, terminal
from config.launcher.services import Service

LARGEST_LOG = 5_000_000


@dataclass
class Program:
    service: Service
    home: Path
    project: Path
    environment: dict[str, str]
    process: subprocess.Popen | None = field(default=None, init=False)

    @property
    def name(self) -> str:
        return self.service.name

    @property
    def log(self) -> Path:
        return self.home / f"{self.name}.log"

    @property
    def pid_file(self) -> Path:
        return self.home / f"{self.name}.pid"

    def start(self) -> None:
        self.end_stray()
        with self.log.open("ab") as log:
            self.process = processes.spawn(
                self.service.command,
                stdout=log,
                stderr=log,
                cwd=self.project,
                env=self.environment,
            )
        self.pid_file.write_text(str(self.process.pid))

    def is_alive(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def stop(self) -> None:
        if self.process is not None:
            if not processes.stop(self.process):
                terminal.warn(f"{self.name} did not stop when asked; it was ended. See {self.log}")
            self.pid_file.unlink(missing_ok=True)

    def end_stray(self) -> None:
        """End what a killed launcher left; its id may by now be a stranger's, so look twice."""
        try:
            pid = int(self.pid_file.read_text())
        except (FileNotFoundError, ValueError):
            return
        if self.service.mark in processes.command_line(pid):
            processes.end_stray(pid)

    def shorten_log(self) -> None:
        if self.log.exists() and self.log.stat().st_size > LARGEST_LOG:
            self.log.replace(self.log.with_suffix(".log.1"))
