"""A launcher as a process of its own, and what a test asks of it."""

import os
import shlex
import signal
import subprocess
import sys
import urllib.request
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.error import URLError

import psycopg2

from config.launcher import processes

PROJECT = Path(__file__).resolve().parents[2]
PATIENCE = 180  # a busy machine is slow, not broken
OURS = ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "MIDWEEK_ENV", "PORT", "PUBLIC_URL")
# The real command line, at another project.
AT_PROJECT = (
    "import sys; from pathlib import Path; from config.launcher import __main__, commands;"
    "commands.PROJECT = Path(sys.argv.pop(1)); sys.exit(__main__.main())"
)


def environment(**more: str) -> dict[str, str]:
    """As a person's shell has it: nothing of the test run's own servers."""
    kept = {name: value for name, value in os.environ.items() if name not in OURS}
    return kept | {"PYTHONUNBUFFERED": "1"} | more


class Launcher:
    """A started launcher. Its words go to a file, so that waiting never blocks on a pipe."""

    def __init__(self, process: subprocess.Popen, log: Path):
        self.process = process
        self.log = log

    @property
    def words(self) -> str:
        return self.log.read_text()

    @property
    def exports(self) -> dict[str, str]:
        """What `servers` prints for a shell."""
        lines = [line[7:] for line in self.words.splitlines() if line.startswith("export ")]
        return dict(shlex.split(line)[0].split("=", 1) for line in lines)

    def wait_until_it_says(self, text: str) -> None:
        processes.until(lambda: text in self.words or self.has_ended(), seconds=PATIENCE)
        assert text in self.words, self.words

    def has_ended(self) -> bool:
        return self.process.poll() is not None

    def end(self, signum: int = signal.SIGTERM) -> int:
        if not self.has_ended():
            self.process.send_signal(signum)
        return self.process.wait(PATIENCE)


def hear_ctrl_c() -> None:
    """As from a terminal, even where these tests run in the background and ignore Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def launched(log: Path, *arguments, project=None, python=sys.executable, **options):
    """Run the launcher with these arguments; whatever happens, it has ended afterwards."""
    start = ["-c", AT_PROJECT, project] if project else ["-m", "config.launcher"]
    options = {"cwd": PROJECT, "env": environment(), "preexec_fn": hear_ctrl_c, **options}
    command = [str(part) for part in (python, *start, *arguments)]
    with log.open("w") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out, **options)
    launcher = Launcher(process, log)
    try:
        yield launcher
    finally:
        launcher.end()


@contextmanager
def servers_at(home: Path, **options):
    """Both servers running at this home, ready."""
    log = home.with_name(f"{home.name}.log")
    with launched(log, "servers", "--home", home, **options) as launcher:
        launcher.wait_until_it_says("export REDIS_URL")
        yield launcher


def ask(url: str, sql: str):
    """The first row of an answer, or None."""
    with closing(psycopg2.connect(url)) as connection:
        connection.autocommit = True
        cursor = connection.cursor()
        cursor.execute(sql)
        return cursor.fetchone() if cursor.description else None


def as_superuser(url: str) -> str:
    return url.replace("midweek_app@", "postgres@")


def page(port: int, path: str = "") -> str:
    """What the web answers, or nothing if it does not."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=5) as response:
            return response.read().decode()
    except (URLError, OSError):
        return ""


def processes_of(mark: str) -> list[int]:
    """Every process whose command line carries the mark."""
    pids = (int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit())
    mine = os.getpid()
    return [pid for pid in pids if pid != mine and mark in processes.command_line(pid)]


def eventually(condition) -> bool:
    return processes.until(condition, seconds=PATIENCE)
