"""The log of production: lines of JSON, and nothing in them that a person wrote or must keep."""

import json
import logging
from contextlib import contextmanager
from io import StringIO

import pytest
from django.db import transaction

from accounts.models import User
from config.celery import app
from config.logs import Line

SECRET = "8Q3X"


@pytest.fixture
def told():
    """What is written for whatever a logger is told."""
    with listening("tests.logs") as told:
        yield told


@contextmanager
def listening(name):
    lines, logger = [], logging.getLogger(name)

    class Keeps(logging.Handler):
        def emit(self, record):
            lines.append(Line().format(record))

    handler = Keeps()
    logger.addHandler(handler)
    logger.propagate = False
    yield logger, lines
    logger.removeHandler(handler)
    logger.propagate = True


def test_a_record_is_one_line_with_its_time_in_utc(told):
    logger, lines = told
    logger.warning("Two\r\nlines and \x1b[31mred %s", "é")
    line = json.loads(lines[0])
    assert "\n" not in lines[0] and "\x1b" not in lines[0] and lines[0].isascii()
    assert line["at"].endswith("+00:00") and line["level"] == "WARNING"
    assert line["said"] == "Two\r\nlines and \x1b[31mred é" and line["logger"] == "tests.logs"


def test_what_an_exception_quotes_is_left_out(told):
    logger, lines = told
    try:
        try:
            raise ValueError(SECRET)
        except ValueError as error:
            raise RuntimeError(f"Key (note)=({SECRET})") from error
    except RuntimeError:
        logger.exception("It broke")
    line = json.loads(lines[0])
    assert line["error"] == ["builtins.RuntimeError", "builtins.ValueError"]
    assert "test_logs.py" in line["through"][0] and SECRET not in lines[0]


def test_a_request_is_told_by_the_name_of_its_address(told, rf):
    logger, lines = told
    request = rf.get(f"/join/{SECRET}/")
    request.resolver_match = type("Match", (), {"view_name": "join"})
    facts = {"status_code": 500, "request": request}
    logger.error("%s: %s", "Internal Server Error", request.path, extra=facts)
    assert json.loads(lines[0])["said"] == "500 join" and SECRET not in lines[0]


def test_an_address_that_was_not_found_is_not_told(told, rf):
    logger, lines = told
    request = rf.get(f"/{SECRET}/")
    logger.warning("Not Found: %s", request.path, extra={"status_code": 404, "request": request})
    assert SECRET not in lines[0]


@pytest.mark.django_db
def test_what_breaks_a_task_is_told_by_its_class_alone(cast):
    """Celery's own message quotes the exception, and PostgreSQL's the row."""

    @app.task(name="tests.twice")
    def twice():
        with transaction.atomic():
            User(email=cast.cleo.email, name=SECRET).save(force_insert=True)

    try:
        with listening("celery.app.trace") as (_logger, lines):
            outcome = twice.apply()
    finally:
        app.tasks.pop("tests.twice")
    assert cast.cleo.email in str(outcome.result)
    line = json.loads(lines[0])
    assert line["said"] == "tests.twice broke"
    assert line["error"][0] == "django.db.utils.IntegrityError"
    assert cast.cleo.email not in lines[0] and SECRET not in lines[0]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "ask",
    [
        lambda client: client.get("/", headers={"host": "evil.test"}),
        lambda client: client.post("/accounts/login/", {"login": "x" * 3_000_000}),
    ],
    ids=["another host", "too large"],
)
def test_what_a_stranger_can_cause_sets_off_no_alarm(client, settings, ask):
    settings.ALLOWED_HOSTS = ["testserver"]
    ours = next(
        each for each in logging.getLogger().handlers if type(each) is logging.StreamHandler
    )
    before = ours.setStream(written := StringIO())
    try:
        assert ask(client).status_code == 400
    finally:
        ours.setStream(before)
    assert written.getvalue().startswith("WARNING django.security.")
    assert "ERROR" not in written.getvalue() and "Traceback" not in written.getvalue()
