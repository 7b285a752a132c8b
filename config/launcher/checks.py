"""`make check`: every check by name, all of them run, then a summary."""

import base64
import json
import os
import secrets
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from config.launcher import messages, terminal
from config.launcher.errors import LauncherError

FINE, SKIPPED = True, None
Verdict = tuple[bool | None, str]


@dataclass(frozen=True)
class Check:
    """A name and what decides it: fine, not fine, or (None) not possible here."""

    name: str
    decide: Callable[[Path], Verdict]


@dataclass(frozen=True)
class Command:
    """Decided by a command's exit code."""

    arguments: tuple[str, ...]
    environment: dict[str, str] = field(default_factory=dict)

    def __call__(self, project: Path) -> Verdict:
        told = _run(project, self.arguments, self.environment)
        return told.returncode == 0, told.stdout + told.stderr


def production_environment() -> dict[str, str]:
    """All that production demands, with secrets made for this one run."""
    return {
        "MIDWEEK_ENV": "production",
        "SECRET_KEY": secrets.token_urlsafe(64),
        "FIELD_KEYS": f"check:{base64.b64encode(secrets.token_bytes(32)).decode()}",
        "DATABASE_URL": "postgresql://midweek_app@/midweek",
        "DATABASE_OWNER_URL": "postgresql://midweek_owner@/midweek",
        "REDIS_URL": "redis+socket:///nowhere",
        "PUBLIC_URL": "https://midweek.example.org",
        "ALLOWED_HOSTS": "midweek.example.org",
        "EMAIL_URL": "smtps://user:password@mail.example.org",
        "DEFAULT_FROM_EMAIL": "hello@midweek.example.org",
    }


def dependency_audit(project: Path) -> Verdict:
    """Known holes in what production installs; skipped where no registry answers."""
    arguments = ("-m", "pip_audit", "-r", "requirements.txt", "--disable-pip", "--require-hashes")
    told = _run(project, (*arguments, "--format", "json", "--progress-spinner", "off"), {})
    try:
        found = json.loads(told.stdout)["dependencies"]
    except (json.JSONDecodeError, KeyError, TypeError):
        return SKIPPED, "no registry could be reached"
    if not any("vulns" in each for each in found):
        return SKIPPED, "the registry here knows nothing of holes"
    holes = [f"{each['name']} {hole['id']}" for each in found for hole in each.get("vulns", ())]
    return not holes, "\n".join(holes)


def translations(project: Path) -> Verdict:
    try:
        messages.compile_all(project)
    except LauncherError as error:
        return False, str(error)
    return FINE, ""


# Its module does nothing under `python -m`, and its script fails in a path with a space.
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
LOCAL = {"MIDWEEK_ENV": "local"}
QUIET = ("-W", "ignore::RuntimeWarning")  # no database is needed to compare models with files
CHECKS = (
    Check("format", Command(("-m", "ruff", "format", "--check", "."))),
    Check("lint", Command(("-m", "ruff", "check", "."))),
    Check("types", Command(("-m", "mypy"), LOCAL)),
    Check("import contract", Command(("-c", LINT_IMPORTS), LOCAL)),
    Check("translations", translations),
    Check(
        "migrations match models",
        Command((*QUIET, "manage.py", "makemigrations", "--check", "--dry-run"), LOCAL),
    ),
    Check(
        "production settings",
        Command(
            ("manage.py", "check", "--deploy", "--fail-level", "WARNING"), production_environment()
        ),
    ),
    Check("dependency audit", dependency_audit),
)


def check(project: Path, names: list[str]) -> int:
    """Run all, or those named. Exit code 1 if one is not fine."""
    known = [each.name for each in CHECKS]
    if strangers := set(names) - set(known):
        raise LauncherError(
            f"No check is called {', '.join(sorted(strangers))}. There are: {', '.join(known)}.\n"
            "    A name of two words goes into quotes: bin/midweek check 'import contract'"
        )
    terminal.title("Checks")
    wanted = [each for each in CHECKS if not names or each.name in names]
    verdicts = {each.name: _report(each, project) for each in wanted}
    failed = [name for name, verdict in verdicts.items() if verdict is False]
    if failed:
        terminal.fail(f"{len(failed)} of {len(wanted)} checks failed: {', '.join(failed)}")
        return 1
    terminal.say(f"\n  {_summary(list(verdicts.values()))}\n")
    return 0


def _summary(verdicts):
    skipped = verdicts.count(SKIPPED)
    if not skipped:
        return f"All {len(verdicts)} checks are fine."
    return f"{len(verdicts) - skipped} checks are fine, {skipped} skipped."


def _report(each: Check, project: Path) -> bool | None:
    begun = time.monotonic()
    verdict, told = each.decide(project)
    took = terminal.paint(f"{time.monotonic() - begun:5.1f} s", terminal.DIM)
    if verdict is SKIPPED:
        terminal.warn(f"{each.name:<26}{took}  skipped: {told}")
    elif verdict:
        terminal.done(f"{each.name:<26}{took}")
    else:
        terminal.fail(f"{each.name}\n\n{told.rstrip()}")
    return verdict


def _run(project: Path, arguments, environment) -> subprocess.CompletedProcess:
    options = {"cwd": project, "env": os.environ | environment, "stdin": subprocess.DEVNULL}
    command = [sys.executable, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)
