"""A short private folder for Unix sockets: their path has about 100 characters."""

import os
import stat
import tempfile
from pathlib import Path

from config.launcher.account import Account, digest
from config.launcher.errors import LauncherError

LONGEST_SOCKET_PATH = 100
LONGEST_NAME = len("/.s.PGSQL.5432.lock")


def folder_for(home: Path, account: Account) -> Path:
    """The same folder at every start of this home, so that later starts find it again."""
    name = f"midweek-{account.uid}-{digest(home)}"
    for parent in (Path("/tmp"), Path(tempfile.gettempdir())):  # noqa: S108
        folder = parent / name
        if os.access(parent, os.W_OK) and _is_short(folder):
            return _private(folder, account)
    raise LauncherError("There is no temporary folder with a short path. Set TMPDIR to one.")


def _is_short(folder: Path) -> bool:
    return len(str(folder)) + LONGEST_NAME <= LONGEST_SOCKET_PATH


def _private(folder: Path, account: Account) -> Path:
    """Others may write to the parent: trust only a real folder, ours and closed to them."""
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid not in (account.uid, os.geteuid()):
            raise LauncherError(
                f"{folder} belongs to somebody else, and the servers' sockets go there.\n"
                "    Remove it, or set TMPDIR to a folder of your own."
            ) from None
    account.give(folder)
    folder.chmod(0o700)
    return folder
