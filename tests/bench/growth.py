"""The same pages in a clinic of 10,000 clients, and after ten years."""

import json
import subprocess
import sys

from tests.bench.facts import Fact
from tests.bench.table import Line

# Clients and weeks. How dense a week is: homework/demo/crowd.py.
SMALL, LARGE, LONG = (100, 52), (10_000, 52), (100, 520)
LIMIT = 1.2


def measure():
    """A Fact a page of the large clinic, and two of what the caseload's time grows by."""
    small, large, long = (pages_of(*size) for size in (SMALL, LARGE, LONG))
    told = "{:,} clients × {} weeks"
    return [
        *(
            Fact(
                f"{line.what}, {told.format(*LARGE)}",
                f"{line.ratio:.3f} of {line.limit}",
                f"≥ {line.budget:.2f}",
                line.holds,
            )
            for line in large.values()
        ),
        grown(f"Caseload, {LARGE[0]:,} clients against {SMALL[0]}", small, large),
        grown("Caseload, ten years of logs against one", small, long),
    ]


def pages_of(clients, weeks):
    """{page: Line}, on servers of their own: a table that was emptied is not a new one."""
    command = [sys.executable, "-m", "config.launcher", "bench", "pages", str(clients), str(weeks)]
    print(f"{clients:,} clients, {weeks} weeks …", flush=True)
    said = ""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        for said in running.stdout:
            # The last line is the answer, what comes before it tells how far it is.
            print(said if not said.startswith("[") else "", end="", flush=True)
    if running.returncode:
        raise SystemExit(running.returncode)
    lines = [Line(**facts) for facts in json.loads(said)]
    return {line.what: line for line in lines}


def grown(what, before, after):
    """By the ratio to the limit of the same run: the machine's own mood falls out."""
    times = before["Caseload"].ratio / after["Caseload"].ratio
    return Fact(what, f"{times:.2f} times the time", f"≤ {LIMIT} times", times <= LIMIT)
