"""The faults of a run: which, and in what order, is drawn from a seed; all of them happen."""

import os
import random
import signal
import threading
import time
from collections.abc import Callable
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from config.launcher import processes
from tests.faults.company import SENDERS, Company, children

DAY, HOUR = 86_400, 3_600
HOW_OFTEN = {
    # Whoever has just handed a message over is killed before the server says that it has it.
    "kill_in_a_mail": 4,
    "kill_in_a_push": 2,
    "kill_worker_after_a_mail": 2,
    "kill_sender": 8,
    "kill_worker": 2,
    "kill_beat": 2,
    "kill_web": 3,
    "restart_postgres": 2,
    "restart_broker": 1,
    "stop_past_the_lease": 2,
    "jump_of_a_clock": 6,
}


@dataclass(frozen=True)
class Hit:
    """What a sender may have been cut off by, from when until when; no pid: all of them were."""

    what: str
    pid: int | None
    since: float
    until: float


@dataclass
class Strike:
    company: Company
    outside: object
    postgres: object
    valkey: object
    held: dict
    make_due: Callable
    lease: float
    seed: int
    hits: list = field(default_factory=list)
    count: dict = field(default_factory=dict)
    celery_came_back: bool = False

    def __post_init__(self):
        self.random = random.Random(self.seed)

    def run(self, seconds):
        """All of them, spread over the time; on a slow machine it takes longer."""
        drawn = [name for name, times in HOW_OFTEN.items() for _ in range(times)]
        self.random.shuffle(drawn)
        pause = seconds / len(drawn)
        for name in drawn:
            time.sleep(self.random.uniform(0.5, 1.5) * pause)
            getattr(self, name)()
            self.count[name] = self.count.get(name, 0) + 1
        self.let_celery_send()
        self.make_due([slot for held in self.held.values() for slot in held])

    def some_sender(self):
        return self.random.choice(SENDERS)

    def kill(self, pid):
        """And what dies with it: Celery's senders are ended by the system after their parent."""
        since, struck = time.time(), [pid, *children(pid)]
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        # On a busy machine they go on sending until they are gone.
        processes.until(lambda: not any(map(processes.is_alive, struck)), seconds=30)
        self.hits += [Hit("kill", each, since, time.time()) for each in struck]

    def kill_in_a_mail(self):
        self.kill_in_a_send("email", pid_of)

    def kill_in_a_push(self):
        self.kill_in_a_send("push", pid_of)

    def kill_worker_after_a_mail(self):
        """Its child has sent and not noted, outlives it by a moment, and is ended by its death."""
        with self.cron_kept_still():
            self.kill_in_a_send("email", lambda it: self.company.main(role_of(it)), at="goodbye")

    def kill_in_a_send(self, channel, whom, *, at=None):
        done = threading.Event()

        def kill(sender):
            if not done.is_set():
                done.set()
                self.kill(whom(sender))

        self.outside.tell[at or channel] = kill
        # However quick or slow this machine is, there is something to send.
        held = self.held[channel]
        self.make_due([held.pop() for _ in range(5)])
        assert done.wait(120), f"nobody sends by {channel} any more"

    def kill_sender(self):
        self.kill(self.company.sender(self.some_sender()))

    def kill_worker(self):
        """Not what sends, but its parent: Celery's own process."""
        self.kill(self.company.main(self.random.choice(("worker-a", "worker-b"))))

    def kill_beat(self):
        self.kill(self.company.main("beat"))

    def kill_web(self):
        master = self.company.main("web")
        self.kill(self.random.choice([master, *children(master)]))

    def restart_postgres(self):
        """Without a goodbye: sessions are cut, what was not committed is gone."""
        since = time.time()
        self.postgres.process.send_signal(signal.SIGQUIT)
        self.postgres.process.wait()
        self.postgres.start()
        self.hits.append(Hit("restart", None, since, time.time() + 1))

    def restart_broker(self):
        self.valkey.process.kill()
        self.valkey.process.wait()
        time.sleep(3)
        self.valkey.start()

    def let_celery_send(self):
        """What falls due now goes by way of the broker."""
        heard = threading.Event()

        def hear(sender):
            if sender.startswith("worker"):
                heard.set()

        with self.cron_kept_still():
            self.outside.tell["email"] = hear
            held = self.held["email"]
            self.make_due([held.pop() for _ in range(5)])
            self.celery_came_back = heard.wait(120)

    @contextmanager
    def cron_kept_still(self):
        """It is always quicker than Celery."""
        since, pid = time.time(), self.keep_still("cron")
        try:
            yield
        finally:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGCONT)
        self.hits.append(Hit("stop", pid, since, time.time() + 2))

    def keep_still(self, name) -> int:
        """The one that lives by now: what was just killed is started again in a moment."""
        while True:
            pid = self.company.main(name)
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGSTOP)
            if state_of(pid) == "T":
                return pid
            time.sleep(0.1)

    def stop_past_the_lease(self):
        """It sleeps in the middle of whatever it does, and wakes when others have taken over."""
        pid, since = self.company.sender(self.some_sender()), time.time()
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGSTOP)
            time.sleep(self.lease * 1.2)
            os.kill(pid, signal.SIGCONT)
        self.hits.append(Hit("stop", pid, since, time.time() + 2))

    def jump_of_a_clock(self):
        off = self.random.choice((-DAY, -HOUR, HOUR, DAY))
        self.company.set_clock(self.some_sender(), off)


def role_of(sender) -> str:
    return sender.rpartition("-")[0]


def pid_of(sender) -> int:
    return int(sender.rpartition("-")[2])


def state_of(pid) -> str:
    """R, S, T (stopped), Z (dead and not yet missed), as proc(5) says; none without a process."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    return ""
