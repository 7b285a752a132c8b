"""Nothing is lost, and nothing doubled but what was cut off inside a send, few at a time."""

import json
import subprocess
import sys

import pytest

from reminders.engine.senders import AT_ONCE
from tests.faults.chaos import WORKERS

pytestmark = pytest.mark.faults


def test_reminders_survive_killed_and_stopped_workers_and_a_restarted_database():
    ran = subprocess.run(
        [sys.executable, "-m", "tests.faults.chaos", "2500", "8", "20"],
        capture_output=True,
        text=True,
        check=False,
        timeout=400,
    )
    assert ran.returncode == 0, ran.stderr[-3000:]
    found = json.loads(ran.stdout.splitlines()[-1])
    assert found["planned"] >= 20_000 and found["kills"] >= 3, found
    # On a slow machine one of them may fall outside the time.
    assert found["restarts"] >= 1, found
    assert sum(found["states"].values()) == found["planned"]
    never = ("lost", "unfinished", "early", "late", "to_silenced")
    assert dict.fromkeys(never, 0) == {name: found[name] for name in never}, found
    cut_off = (found["kills"] + found["restarts"] * WORKERS) * AT_ONCE
    assert found["doubled"] <= cut_off and found["unknown"] <= cut_off, found
