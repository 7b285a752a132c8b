"""`make lock`: pin every dependency with its hashes, as requirements.txt's header says."""

import shutil
import subprocess
import sys
import venv
from pathlib import Path

from config.launcher import terminal

FILES = ("requirements", "requirements-dev")
# Extras stay written: pip refuses `coverage[toml]` by hash once a newer coverage than ours is out.
OPTIONS = (
    "--generate-hashes",
    "--no-strip-extras",
    "--no-emit-index-url",
    "--python-version=3.11",
    "--quiet",
)


def lock(project: Path, arguments: list[str]) -> int:
    """Compile both files, the production one first: it binds the other."""
    uv = shutil.which("uv") or _own_uv(project / ".local" / "uv")
    for name in FILES:
        with terminal.task(f"{name}.txt"):
            command = [uv, "pip", "compile", *OPTIONS, *arguments, f"{name}.in"]
            command += ["--custom-compile-command", "make lock", "-o", f"{name}.txt"]
            code = subprocess.run(command, cwd=project, check=False).returncode
        if code:
            return code
    return 0


def _own_uv(folder: Path) -> str:
    program = folder / "bin" / "uv"
    if not program.exists():
        with terminal.task("uv, the tool that resolves them"):
            venv.create(folder, with_pip=True)
            pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "-q", "uv"]
            subprocess.run(pip, check=True, stdout=sys.stderr)
    return str(program)
