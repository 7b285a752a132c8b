"""100,000 reminders through killed and stopped workers and a database that restarts."""

import json
import subprocess
import sys

from reminders.engine.senders import AT_ONCE
from tests.bench.facts import Fact
from tests.faults.chaos import WORKERS

PEOPLE, EACH, SECONDS = 12_500, 8, 60


def measure():
    """On servers of its own; tests/faults/test_chaos.py asks the same of fewer."""
    command = [sys.executable, "-m", "tests.faults.chaos", *map(str, (PEOPLE, EACH, SECONDS))]
    ran = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    found = json.loads(ran.stdout.splitlines()[-1])
    cut_off = (found["kills"] + found["restarts"] * WORKERS) * AT_ONCE
    never = sum(found[name] for name in ("lost", "unfinished", "early", "late", "to_silenced"))
    return Fact(
        f"{found['planned']:,} reminders, {found['kills']} kills, {found['restarts']} restarts",
        f"{found['lost']} lost, {found['doubled']} doubled, {never - found['lost']} wrong",
        f"0 lost, ≤ {cut_off} doubled (cut off in a send)",
        never == 0 and found["doubled"] <= cut_off,
    )
