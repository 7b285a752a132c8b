"""The settings of production, read as production reads them, for tests of what it says."""

import runpy
from pathlib import Path
from unittest.mock import patch

from config.launcher.checks import production_environment

SETTINGS = Path(__file__).resolve().parents[2] / "config" / "settings.py"
# What answers depend on; its servers, keys and gathered files the tests do not have.
COOKIES = ("SESSION_COOKIE_", "LANGUAGE_COOKIE_", "KNOWN_COOKIE_", "LEFT_COOKIE_")
SAID = (*COOKIES, "SECURE_", "CSRF_", "ALLOWED_HOSTS", "X_FRAME_")


def production_settings():
    with patch.dict("os.environ", production_environment()):
        return runpy.run_path(str(SETTINGS))


def said_settings():
    return {name: value for name, value in production_settings().items() if name.startswith(SAID)}
