"""What row-level security costs a page: the same requests with it and without, in turn.

In one process and one database, so that only the wall differs. What counts is the time on the
processor, of this process and of the database's: a busy machine keeps a page waiting, which is no
work.
"""

from pathlib import Path
from statistics import median
from time import process_time_ns

from django.conf import settings
from django.db import connections
from django.test import Client
from django.urls import reverse

from config.row_security import TABLES
from tests.bench import data
from tests.bench.facts import Fact

TURNS, REQUESTS, WARM = 20, 10, 4
BUDGET = 0.10


def measure(clients, weeks):
    settings.ALLOWED_HOSTS = ["*"]
    measured = data.prepare(clients, weeks)
    with connections["owner"].cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    client_page = reverse("client-page", args=[measured.therapy.pk])
    return [
        fact(what, signed_in(person), address)
        for what, person, address in (
            ("Caseload", measured.therapist, reverse("caseload")),
            ("Client page", measured.therapist, client_page),
            ("Today", measured.client, reverse("today")),
        )
    ]


def signed_in(person):
    visitor = Client()
    visitor.force_login(person)
    return visitor


def fact(what, visitor, address):
    spent = {"DISABLE": [], "ENABLE": []}
    visitor.get(address)
    for turn in range(TURNS):
        # Whoever goes first is not always the same.
        for word in sorted(spent, reverse=turn % 2):
            switch(word)
            spent[word] += work_of(visitor, address)
    before, after = (median(spent[word]) / 1e6 for word in ("DISABLE", "ENABLE"))
    more = after / before - 1
    found = f"{before:.1f} ms of work without it, {after:.1f} with it: {more:+.1%}"
    return Fact(what, found, f"≤ +{BUDGET:.0%}", more <= BUDGET)


def switch(word):
    with connections["owner"].cursor() as cursor:
        cursor.execute(TABLES)
        for table, _is_on in cursor.fetchall():
            cursor.execute(f'ALTER TABLE "{table}" {word} ROW LEVEL SECURITY')


def work_of(visitor, address):
    """Nanoseconds of each request, once its statements are planned anew."""
    times = []
    for number in range(WARM + REQUESTS):
        began = spent_now()
        answer = visitor.get(address)
        took = spent_now() - began
        if answer.status_code != 200:
            raise SystemExit(f"{address} answered {answer.status_code}")
        if number >= WARM:
            times.append(took)
    return times


def spent_now():
    """By us, and by the process that answers our one connection."""
    database = connections["default"].connection.info.backend_pid
    [theirs, *_rest] = Path(f"/proc/{database}/schedstat").read_text().split()
    return process_time_ns() + int(theirs)
