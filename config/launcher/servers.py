"""PostgreSQL and Valkey for one home, embedded or the operator's own."""

import os
import shutil
import tempfile
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg2

from config import broker
from config.launcher import account, lock, processes, programs, refusals, roles, sockets, terminal
from config.launcher.errors import LauncherError
from config.launcher.postgres import Postgres
from config.launcher.valkey import Valkey


@dataclass
class Servers:
    """Where the servers are. Leaving the context (or `stop`) ends those that we started."""

    database_url: str
    database_owner_url: str
    redis_url: str
    embedded: tuple = ()
    held: ExitStack = field(default_factory=ExitStack, repr=False)

    @property
    def environment(self) -> dict[str, str]:
        return {
            "DATABASE_URL": self.database_url,
            "DATABASE_OWNER_URL": self.database_owner_url,
            "REDIS_URL": self.redis_url,
        }

    def stop(self) -> None:
        self.held.close()

    def __enter__(self) -> "Servers":
        return self

    def __exit__(self, *_) -> None:
        self.stop()


def outside() -> Servers | None:
    """The operator's own servers, when the environment names them."""
    database, redis = os.environ.get("DATABASE_URL"), os.environ.get("REDIS_URL")
    if not database and not redis:
        return None
    if not database or not redis:
        raise LauncherError(
            "Set both DATABASE_URL and REDIS_URL to use servers of your own, or neither."
        )
    return Servers(database, os.environ.get("DATABASE_OWNER_URL") or database, redis)


def say_which(running: Servers) -> None:
    """Servers of one's own are asked first: what follows would fail less plainly."""
    try:
        with closing(psycopg2.connect(running.database_url, connect_timeout=5)):
            pass
    except psycopg2.Error as error:
        raise LauncherError(
            "PostgreSQL at DATABASE_URL lets nobody in:\n"
            f"    {refusals.of_database(error, running.database_url)}\n"
            "    Start it (roles and database: bin/midweek roles), or use the embedded servers:\n"
            "    unset DATABASE_URL DATABASE_OWNER_URL REDIS_URL"
        ) from None
    terminal.done("Using the servers of DATABASE_URL and REDIS_URL")
    if not broker.answers(running.redis_url):
        terminal.warn("Redis at REDIS_URL does not answer: pages work, reminders wait for it")


def start(home: Path, *, durable: bool = True) -> Servers:
    """Start both servers for this home; raise AlreadyRunning if another launcher has it."""
    home.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        stack.enter_context(lock.held(home))
        running = start_held(home, durable=durable)
        stack.callback(running.held.pop_all().close)
        running.held = stack.pop_all()
    return running


def start_held(home: Path, *, durable: bool = True) -> Servers:
    """The same for a caller that holds the home's lock already."""
    postgres, valkey = _engines(home, durable)
    with ExitStack() as stack:
        for engine in (postgres, valkey):
            stack.callback(engine.stop)
            engine.start()
        postgres.prepare()
        held = stack.pop_all()
    return _servers(postgres, valkey, embedded=(postgres, valkey), held=held)


@contextmanager
def throw_away(*, durable: bool = False):
    """Servers in a home of their own that is gone afterwards, for tests and benchmarks."""
    home = Path(tempfile.mkdtemp(prefix="midweek-")).resolve()
    home.chmod(0o711)  # the servers' user passes through; what lies inside stays private
    user = account.for_home(home)
    folders = home, account.state_folder(home, user), sockets.folder_for(home, user)
    try:
        with start(home, durable=durable) as running:
            yield running
    finally:
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)


def join(home: Path) -> Servers:
    """The servers another launcher runs for this home. Stopping them is left to it."""
    postgres, valkey = _engines(home, durable=True)
    if not processes.until(postgres.has_database, seconds=30):
        raise LauncherError("The other launcher's servers do not answer yet. Try again.")
    return _servers(postgres, valkey)


def _engines(home: Path, durable: bool) -> tuple[Postgres, Valkey]:
    home = home.resolve()
    user = account.for_home(home)
    state = account.state_folder(home, user)
    parts = (programs.reachable_by(user, state), user, state, sockets.folder_for(home, user))
    return Postgres(*parts, durable), Valkey(*parts, durable)


def _servers(postgres: Postgres, valkey: Valkey, **more) -> Servers:
    return Servers(postgres.url(roles.APP), postgres.url(roles.OWNER), valkey.url, **more)
