"""The processes of a fault run, kept alive by the supervisor of `make run`."""

import os
import signal
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from config.launcher import processes, services, supervisor
from config.launcher.program import Program
from config.launcher.services import Service

PROJECT = Path(__file__).resolve().parents[2]
# Who is killed again and again waits ever longer to be started; not so long here.
LONGEST_PAUSE = 3.0
SENDERS = ("worker-a", "worker-b", "cron")


@dataclass
class Company:
    home: Path
    port: int
    environment: dict
    programs: dict = field(default_factory=dict)
    groups: set = field(default_factory=set)
    over: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self):
        for name, command in self.commands().items():
            clock = self.home / f"{name}.clock"
            clock.write_text("0")
            own = {"ROLE": name, "CLOCK": str(clock)} if name in SENDERS else {}
            service = Service(name, (sys.executable, "-m", *command), str(self.home))
            self.programs[name] = Program(service, self.home, PROJECT, self.environment | own)

    def commands(self):
        """Those of the product, with the seams put in."""
        told = {"config": "tests.faults.celery_app"}
        worker = [told.get(word, word) for word in services.WORKER]
        beat = [told.get(word, word) for word in services.BEAT]
        web = [*services.WEB, "--bind", f"127.0.0.1:{self.port}", "--name", str(self.home)]
        return {
            "worker-a": [*worker, "--concurrency", "1", "-n", f"a@{self.home.name}"],
            "worker-b": [*worker, "--concurrency", "1", "-n", f"b@{self.home.name}"],
            "cron": ["tests.faults.engine_loop"],
            "beat": [*beat, "--schedule", str(self.home / "beat")],
            "web": web,
        }

    def __enter__(self):
        supervisor.LONGEST_PAUSE = LONGEST_PAUSE
        # It starts the processes too, and they end with the thread that did.
        self.keeper = threading.Thread(target=self.keep, daemon=True)
        self.keeper.start()
        return self

    def keep(self):
        for program in self.programs.values():
            program.start()
        keepers = [supervisor.Keeper(program) for program in self.programs.values()]
        while not self.over.wait(supervisor.LOOK_EVERY):
            self.groups |= {program.process.pid for program in self.programs.values()}
            for keeper in keepers:
                keeper.look(time.monotonic())

    def __exit__(self, *_):
        self.over.set()
        self.keeper.join()
        self.groups |= {program.process.pid for program in self.programs.values()}
        for group in self.groups:
            with suppress(ProcessLookupError):
                os.killpg(group, signal.SIGKILL)
        for program in self.programs.values():
            program.process.wait()

    # --- Whom a fault may hit ---

    def main(self, name) -> int:
        """The process itself; waited for, should it just be dead."""
        program = self.programs[name]
        assert processes.until(program.is_alive, seconds=120), f"{name} does not live"
        return program.process.pid

    def sender(self, name) -> int:
        """The process that sends: Celery's is a child of the worker, cron's its own."""
        if name == "cron":
            return self.main(name)
        has_one = processes.until(lambda: children(self.main(name)), seconds=120)
        assert has_one, f"{name} has no child"
        return (children(self.main(name)) or [self.main(name)])[0]

    def set_clock(self, name, seconds):
        file = self.home / f"{name}.clock"
        fresh = file.with_suffix(".new")
        fresh.write_text(str(seconds))
        fresh.replace(file)


def children(pid) -> list[int]:
    with suppress(OSError):
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return []
