"""`make bench`: the limit and ours in turn, several rounds, medians and ratios.

`make bench ARGS=faults`: only 100,000 reminders under faults (tests/faults/chaos.py).

Expects DATABASE_URL, DATABASE_OWNER_URL and REDIS_URL of servers that may be filled.
"""

import os
import platform
import sys
from statistics import median

import django

ROUNDS, SECONDS = 5, 4
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("MIDWEEK_ENV", "local")
django.setup()

from django.db import connections  # noqa: E402
from django.urls import reverse  # noqa: E402

from tests.bench import data, driver, facts, faults, reminders, table  # noqa: E402
from tests.bench.requests import Visitor, bare  # noqa: E402
from tests.bench.serving import serving  # noqa: E402

LIMIT_TABLES = """
CREATE TABLE IF NOT EXISTS bench_row (id serial PRIMARY KEY, words text NOT NULL);
INSERT INTO bench_row (id, words) VALUES (0, 'one row') ON CONFLICT DO NOTHING;
GRANT ALL ON bench_row, bench_row_id_seq TO PUBLIC;
"""


def main():
    print("Loading the clinic that is measured …", flush=True)
    measured = data.prepare()
    with connections["owner"].cursor() as cursor:
        cursor.execute(LIMIT_TABLES)
        cursor.execute("ANALYZE")
    with serving("tests.bench.bare:application") as limit, serving("config.wsgi") as ours:
        cases = cases_of(measured, limit, ours)
        results = {what: [] for what in cases}
        for number in range(ROUNDS):
            print(f"Round {number + 1} of {ROUNDS} …", flush=True)
            for what, (port, request, status, *_rest) in cases.items():
                answer = driver.measure(port, request, seconds=SECONDS, expect=status)
                if answer.wrong:
                    raise SystemExit(f"{what}: {answer.wrong} answers were not {status.decode()}")
                results[what].append(answer)
    lines = lines_of(cases, results)
    table.write(lines, **facts_of())
    print(f"\n{table.terminal(lines)}\n\nWritten to docs/benchmarks.md.\n")
    found = reminders.measure()
    facts.write(found)
    print(facts.terminal(found))


def cases_of(measured, limit, ours):
    """{what: (port, request, right status, the limit it is held against, budget)}."""
    client = Visitor(measured.client, reverse("today"))
    logger = Visitor(measured.logger, reverse("today"))
    therapist = Visitor(measured.therapist, reverse("caseload"))
    log = reverse("today-log", args=[measured.logged.pk])
    page = reverse("client-page", args=[measured.therapy.pk])
    return {
        "SELECT": (limit, lambda: bare("/select"), b"200", None, 0),
        "INSERT": (limit, lambda: bare("/insert"), b"200", None, 0),
        "Today": (ours, lambda: client.get(reverse("today")), b"200", "SELECT", 0.15),
        "Log a practice": (ours, lambda: logger.practice(log), b"302", "INSERT", 0.20),
        "Caseload": (ours, lambda: therapist.get(reverse("caseload")), b"200", "SELECT", 0.06),
        "Client page": (ours, lambda: therapist.get(page), b"200", "SELECT", 0.04),
    }


def lines_of(cases, results):
    speed = {what: median(one.per_second for one in rounds) for what, rounds in results.items()}
    return [
        table.Line(
            what=what,
            limit=limit,
            per_second=speed[what],
            median_ms=median(one.median_ms for one in results[what]),
            ratio=speed[what] / speed[limit],
            budget=budget,
        )
        for what, (_port, _request, _status, limit, budget) in cases.items()
        if limit
    ]


def facts_of():
    return {
        "machine": f"Python {platform.python_version()}, {os.cpu_count()} cores",
        "rounds": ROUNDS,
        "seconds": SECONDS,
        "connections": driver.CONNECTIONS,
        "data": f"{data.CLIENTS:,} clients with {data.WEEKS} weeks each",
    }


if __name__ == "__main__":
    if sys.argv[1:] == ["faults"]:
        print(facts.terminal([faults.measure()]))
    else:
        main()
