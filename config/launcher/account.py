"""The system user that the servers run as, and the folder that user can reach.

PostgreSQL refuses to run as root. As root, an unprivileged user that already exists is used.
"""

import hashlib
import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path

from config.launcher.errors import LauncherError

UNPRIVILEGED = ("postgres", "nobody")
ROOT_STATE = Path("/var/lib")


@dataclass(frozen=True)
class Account:
    """A system user. `switch` is what subprocess needs to become it; empty if we are it."""

    name: str
    uid: int
    gid: int

    @property
    def switch(self) -> dict:
        if os.geteuid() == self.uid:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def can(self, test: str, path: Path) -> bool:
        """Ask the system itself (`test -x PATH` as that user): it knows every rule."""
        shell = ["/bin/sh", "-c", f'test {test} "$1"', "sh", str(path)]
        return subprocess.run(shell, cwd="/", check=False, **self.switch).returncode == 0

    def give(self, path: Path) -> None:
        if self.switch:
            os.chown(path, self.uid, self.gid)

    def private_folder(self, path: Path) -> Path:
        """A folder of this user's that nobody else looks into. Parents stay as they are."""
        path.mkdir(mode=0o700, exist_ok=True)
        self.give(path)
        path.chmod(0o700)
        return path


def for_home(home: Path) -> Account:
    """Ourselves; as root, the owner of the data already there, else an unprivileged user."""
    if os.geteuid() != 0:
        return _account(pwd.getpwuid(os.geteuid()))
    for data in (home / "postgres", _beside_root(home) / "postgres"):
        if data.exists() and data.stat().st_uid != 0:
            return _account(pwd.getpwuid(data.stat().st_uid))
    return _first_unprivileged()


def state_folder(home: Path, account: Account) -> Path:
    """Where the servers' data lives: the home, or a folder under /var/lib if out of reach."""
    if not account.switch or account.can("-x", home):
        return home
    state = _beside_root(home)
    state.mkdir(mode=0o755, exist_ok=True)
    return state


def _beside_root(home: Path) -> Path:
    return ROOT_STATE / f"midweek-{digest(home)}"


def digest(home: Path) -> str:
    return hashlib.sha256(str(home).encode()).hexdigest()[:10]


def _first_unprivileged() -> Account:
    for name in UNPRIVILEGED:
        try:
            return _account(pwd.getpwnam(name))
        except KeyError:
            continue
    raise LauncherError(
        "PostgreSQL refuses to run as root, and there is no user called "
        f"{' or '.join(UNPRIVILEGED)} to run it as.\n"
        "    Run this as an ordinary user, or make one: useradd --system postgres"
    )


def _account(entry: pwd.struct_passwd) -> Account:
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)
