"""Static files as production serves them: each one that is named is there."""

import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]


@pytest.mark.faults
def test_they_are_gathered_without_any_secret():
    command = [sys.executable, "-m", "config.launcher", "static"]
    told = subprocess.run(
        command, cwd=PROJECT, env={"PATH": "/usr/bin:/bin"}, capture_output=True, text=True
    )
    assert told.returncode == 0, told.stderr
