"""Real worker processes on the real broker and the test's own database."""

import os
import subprocess
import sys
import time
from urllib.parse import quote

import pytest
from django.db import connection

PATIENCE = 90  # seconds


def until(happens, what):
    """Look again and again until it happens; fail with what was waited for."""
    deadline = time.monotonic() + PATIENCE
    while not (found := happens()):
        if time.monotonic() > deadline:
            pytest.fail(f"waited {PATIENCE} s for {what}")
        time.sleep(0.1)
    return found


def database_url():
    """The application's address of the database that this test uses."""
    facts = connection.settings_dict
    host = f"?host={quote(facts['HOST'], safe='')}" if facts["HOST"].startswith("/") else ""
    place = "" if host else f"{facts['HOST']}:{facts['PORT'] or 5432}"
    secret = f":{quote(facts['PASSWORD'], safe='')}" if facts["PASSWORD"] else ""
    return f"postgresql://{facts['USER']}{secret}@{place}/{facts['NAME']}{host}"


@pytest.fixture
def start(transactional_db):
    """start("worker", "--pool", "solo"): a Celery process, ended with the test."""
    started = []

    def start(*arguments, **environment):
        command = [sys.executable, "-m", "celery", "-A", "config", *arguments]
        process = subprocess.Popen(
            command,
            env={**os.environ, "DATABASE_URL": database_url(), **environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()
