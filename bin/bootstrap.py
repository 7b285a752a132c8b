"""Makes .venv and keeps it as requirements-dev.txt says. Only Python itself is needed.

Done again only when that file has changed or the environment does not run.
"""

# ruff: noqa: S603  (it runs Python and pip, with nothing from outside)

import fcntl
import hashlib
import importlib.util
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
VENV = PROJECT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "midweek-installed"
LOCK = PROJECT / ".local" / "install.lock"
REQUIREMENTS = PROJECT / "requirements-dev.txt"

NO_VENV = """
  This Python ({0}) comes without its venv module, which Midweek needs.

    Debian or Ubuntu   sudo apt-get install python3-venv

  Or use another: PYTHON=/path/to/python3 make run
"""
NO_FOLDER = """
  Midweek could not write where it has to; the reason stands above.

  It keeps .venv and .local in its folder. Where another user made them (root, say):

    sudo chown -R "$(id -un)" {0}
"""
NO_PACKAGES = """
  The packages could not be installed; the reason stands above.

  They come from the Python package index, so the first start needs a network.
  Run the same command again when it is there: what is already installed is kept.
"""


def main() -> int:
    try:
        return make_ready()
    except OSError as error:
        say(f"{error.filename}: {error.strerror}")
        return give_up(NO_FOLDER.format(PROJECT))


def make_ready() -> int:
    if is_ready():
        return 0
    LOCK.parent.mkdir(exist_ok=True)
    with LOCK.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # a second start waits for the first, then finds it done
        if is_ready():
            return 0
        return make_venv() or install()


def is_ready() -> bool:
    return STAMP.exists() and STAMP.read_text() == wanted() and runs()


def wanted() -> str:
    return hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()


def runs() -> bool:
    """A moved folder or an upgraded Python leaves an environment that does not start."""
    try:
        probe = [str(PYTHON), "-c", "import sys; sys.exit(sys.version_info < (3, 11))"]
        return subprocess.run(probe, stderr=subprocess.DEVNULL, check=False).returncode == 0
    except OSError:
        return False


def make_venv() -> int:
    if runs():
        return 0
    if not all(map(importlib.util.find_spec, ("venv", "ensurepip"))):
        return give_up(NO_VENV.format(sys.executable))
    say("Making a Python environment in .venv")
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=False)
    return made.returncode and give_up(NO_FOLDER.format(PROJECT))


def install() -> int:
    count = sum("==" in line for line in REQUIREMENTS.read_text().splitlines())
    say(f"Installing {count} packages, checked by their hashes (only when they change)")
    pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--quiet"]
    pip += ["--require-hashes", "--only-binary", ":all:", "-r", str(REQUIREMENTS)]
    if subprocess.run(pip, check=False).returncode:
        return give_up(NO_PACKAGES)
    STAMP.write_text(wanted())
    return 0


def say(text: str) -> None:
    print(f"  · {text}", flush=True)


def give_up(text: str) -> int:
    print(text, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
