"""Firefox and WebKit, which walk the main path too. Where one is missing its tests say so."""

import shutil
from pathlib import Path

from config.launcher import packages

FIREFOX = ("firefox-esr", "firefox")
LIBRARIES = Path("/usr/lib")
MINI_BROWSERS = "*/webkit2gtk-4.*/MiniBrowser"
DEBIAN = ("firefox-esr", "webkit2gtk-driver", "xvfb")


def find() -> dict[str, str]:
    """Their programs by variable, as the tests read them; "" for what is not to be had."""
    found = _found()
    if not all(found.values()):
        packages.install("Firefox or WebKit is", *DEBIAN)
        found = _found()
    return found


def _found() -> dict[str, str]:
    firefox = (path for path in map(shutil.which, FIREFOX) if path and packages.runs(path))
    return {
        "MIDWEEK_FIREFOX": next(firefox, ""),
        "MIDWEEK_WEBKIT": str(max(LIBRARIES.glob(MINI_BROWSERS), default="")),
        "MIDWEEK_WEBKIT_DRIVER": shutil.which("WebKitWebDriver") or "",
        "MIDWEEK_XVFB": shutil.which("Xvfb") or "",
    }
