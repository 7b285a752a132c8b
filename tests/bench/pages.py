"""The pages people open most, against a bare view under the same server."""

from statistics import median

from django.db import connections
from django.urls import reverse

from tests.bench import data, driver, table
from tests.bench.requests import Visitor, bare
from tests.bench.serving import serving

ROUNDS, SECONDS = 5, 4
LIMIT_TABLES = """
CREATE TABLE IF NOT EXISTS bench_row (id serial PRIMARY KEY, words text NOT NULL);
INSERT INTO bench_row (id, words) VALUES (0, 'one row') ON CONFLICT DO NOTHING;
GRANT ALL ON bench_row, bench_row_id_seq TO PUBLIC;
"""


def measure(clients, weeks):
    """A table.Line a page, of a clinic with so many clients and weeks, loaded first."""
    print("Loading the clinic that is measured …", flush=True)
    measured = data.prepare(clients, weeks)
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
    return lines_of(cases, results)


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
