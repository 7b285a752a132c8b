"""Finds a Chromium for the browser tests; installs one where it can; else says what to do."""

import os
import shutil
import sys
from collections.abc import Iterator

from config.launcher import packages, terminal
from config.launcher.errors import LauncherError

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = (
    "/usr/bin/chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
PLAYWRIGHTS_OWN = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as p: print(p.chromium.executable_path)"
)
HELP = """The browser tests need Chromium, and it could not be found or installed. Install it with
    one of these, then run this again:

      Debian or Ubuntu   sudo apt-get install chromium
      Fedora             sudo dnf install chromium
      macOS              brew install --cask chromium
      anywhere           .venv/bin/python -m playwright install --with-deps chromium

    Or name one that you have: CHROMIUM=/path/to/chromium make test"""


def find() -> str:
    """The path of a Chromium that runs."""
    if named := os.environ.get("CHROMIUM"):
        if not packages.runs(named):
            raise LauncherError(f"CHROMIUM names {named}, and that does not run.")
        return named
    return _first_that_runs(_found()) or _installed()


def _found() -> Iterator[str | None]:
    yield from map(shutil.which, NAMES)
    yield from PLACES
    yield _playwrights_own()


def _installed() -> str:
    packages.install("Chromium is", "chromium")
    found = _first_that_runs(map(shutil.which, NAMES))
    if not found:
        _by_playwright()
        found = _first_that_runs([_playwrights_own()])
    if not found:
        raise LauncherError(HELP)
    return found


def _by_playwright() -> None:
    with terminal.task("Chromium is missing: asking Playwright for one"):
        packages.attempt(sys.executable, "-m", "playwright", "install", "chromium")


def _playwrights_own() -> str | None:
    told = packages.attempt(sys.executable, "-c", PLAYWRIGHTS_OWN)
    return told.stdout.strip() if told and told.returncode == 0 else None


def _first_that_runs(paths) -> str | None:
    return next((path for path in paths if path and packages.runs(path)), None)
