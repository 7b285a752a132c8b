"""100,000 reminders, while all that runs is killed, stopped or restarted at some time."""

import json
import subprocess
import sys

from tests.bench.facts import Fact
from tests.faults.chaos import NEVER

PEOPLE, EACH, SECONDS = 12_500, 8, 60


def measure():
    """On servers of its own; tests/faults/test_chaos.py asks the same of fewer."""
    command = [sys.executable, "-m", "tests.faults.chaos", *map(str, (PEOPLE, EACH, SECONDS))]
    ran = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    found = json.loads(ran.stdout.splitlines()[-1])
    cut_off, faults = found["cut_off_in_a_send"], sum(found["faults"].values())
    wrong = [f"{found[name]} {name.replace('_', ' ')}" for name in NEVER if found[name]]
    others = [each for each in wrong if not each.endswith(" lost")]
    return Fact(
        f"{found['planned']:,} reminders, {faults} kills, stops, restarts and jumps of a clock",
        f"{found['lost']} lost, {found['doubled']} doubled, {', '.join(others) or '0 wrong'}",
        f"0 lost, ≤ {cut_off} doubled (cut off in a send)",
        not wrong and found["doubled"] <= cut_off,
    )
