"""`make bench`: the limit and ours in turn, several rounds, medians and ratios.

`make bench ARGS=faults`: only 100,000 reminders under faults (tests/faults/chaos.py).
`make bench ARGS=wall`: only what row-level security costs (tests/bench/wall.py).
`make bench ARGS=reminders`: only the engine's budgets (tests/bench/reminders.py).
`make bench ARGS=growth`: only a clinic of 10,000, and ten years (tests/bench/growth.py).

Expects DATABASE_URL, DATABASE_OWNER_URL and REDIS_URL of servers that may be filled.
"""

import json
import os
import platform
import sys
from dataclasses import asdict

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("MIDWEEK_ENV", "local")
django.setup()

from django.core.management import call_command  # noqa: E402

from tests import door  # noqa: E402
from tests.bench import driver, facts, faults, growth, pages, reminders, table, wall  # noqa: E402

CLIENTS, WEEKS = 1000, 52


def main():
    lines = pages.measure(CLIENTS, WEEKS)
    table.write(
        lines,
        machine=f"Python {platform.python_version()}, {os.cpu_count()} cores",
        rounds=pages.ROUNDS,
        seconds=pages.SECONDS,
        connections=driver.CONNECTIONS,
        data=f"{CLIENTS:,} clients with {WEEKS} weeks each",
    )
    print(f"\n{table.terminal(lines)}\n\nWritten to docs/benchmarks.md.\n")
    write("Reminders", reminders.measure())


def write(section, found):
    facts.write(section, found)
    print(facts.terminal(found))


if __name__ == "__main__":
    door.stand_open()
    match sys.argv[1:]:
        case ["-h" | "--help"]:
            print(__doc__)
        case ["faults"]:
            print(facts.terminal([faults.measure()]))
        case ["reminders"]:
            call_command("prepare", verbosity=0)
            write("Reminders", reminders.measure())
        case ["growth"]:
            write("Growth", growth.measure())
        case ["wall"]:
            write("The second wall", wall.measure(100, WEEKS))
        case ["pages", clients, weeks]:
            print(json.dumps([asdict(line) for line in pages.measure(int(clients), int(weeks))]))
        case _:
            main()
