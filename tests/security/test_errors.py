"""What goes wrong says so in the product's own words, and nothing of why, of whom or of what."""

import re
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client, override_settings

from accounts import policy
from config.logs import Line
from tests.accounts.matrix import addresses
from tests.security.breaking import SECRET

HOST = "midweek.example.org"
ASKED = {"secure": True, "headers": {"host": HOST}}
WEARS = {policy.CLIENT: "cleo", policy.THERAPIST: "tess", policy.ADMIN: "ada"}
TELLS = re.compile(
    r"Traceback|RuntimeError|SELECT |psycopg|\.py\b|django|SECRET|/tmp/|line \d", re.I
)


def test_a_view_that_breaks_shows_one_page_that_says_nothing(world):
    values, pages = {"pk": 1, **world.objects["cleo"]}, set()
    with broken(world):
        for address in set(addresses()):
            rule = policy.rule_for(address.name)
            for method in rule.methods:
                role = WEARS.get(rule.hat, "cleo")
                answer = world.ask(role, method, address.url(values), **ASKED)
                if answer.status_code == 500:
                    pages.add(answer.text)
                else:
                    # Sent on or refused before the view.
                    assert answer.status_code in (302, 403, 404), address
    [page] = pages
    assert SECRET not in page and not TELLS.search(page)


@contextmanager
def broken(world):
    with override_settings(MIDDLEWARE=[*settings.MIDDLEWARE, "tests.security.breaking.Breaks"]):
        forget_middleware(world)
        yield
    forget_middleware(world)


def forget_middleware(world):
    for visitor in world.visitors.values():
        visitor.handler._middleware_chain = None


@pytest.mark.parametrize(
    ("status", "method", "path"),
    [(404, "GET", "/nowhere/8Q3X/"), (404, "GET", "/history/8Q3X/"), (405, "DELETE", "/help/")],
)
def test_a_refusal_does_not_repeat_what_was_asked_for(world, status, method, path):
    for role in ("anonymous", "cleo", "tess", "ada"):
        answer = world.ask(role, method, path, **ASKED)
        assert answer.status_code in (status, 302)
        assert "8Q3X" not in answer.text and not TELLS.search(answer.text)


def test_a_stranger_learns_nothing_from_the_page_of_what_there_is(world):
    """One page for what is somebody else's and for what never was."""
    pages = set()
    for owner in ("carl", "zack", "nobody"):
        url = f"/caseload/{world.objects[owner]['therapy']}/"
        answer = world.ask("tess", "GET", url, **ASKED)
        pages.add(without_token(answer.text))
        assert answer.status_code == 404
    assert len(pages) == 1


def without_token(text):
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", text)


def test_too_much_is_refused_before_it_is_read(world):
    too_long = {"note": "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)}
    too_many = {f"field-{n}": "1" for n in range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)}
    for data in (too_long, too_many):
        answer = world.ask("cleo", "POST", "/me/", data, **ASKED)
        assert answer.status_code in (400, 413) and not TELLS.search(answer.text)


def test_one_too_many_is_told_to_wait(world, caplog):
    cache.clear()
    visitor = Client()
    for _ in range(31):
        answer = visitor.get("/calendar/x.ics", **ASKED)
    for _ in range(30):
        answer = visitor.get("/calendar/x.ics", **ASKED)
    assert answer.status_code == 429 and not TELLS.search(answer.text)
    assert "Too many: calendar" in caplog.text and "x.ics" not in caplog.text
    cache.clear()
    assert visitor.get("/calendar/x.ics", **ASKED).status_code == 404


def test_a_form_without_its_token_is_in_the_log(world, caplog):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/accounts/login/", {"login": "8Q3X"}, **ASKED).status_code == 403
    [told] = [each for each in caplog.records if each.name == "django.security.csrf"]
    assert told.levelname == "WARNING" and Line().format(told).count("403 account_login") == 1
    assert "8Q3X" not in caplog.text


@pytest.mark.parametrize(
    "path",
    [
        *("/.git/HEAD", "/.env", "/static/", "/static/css/", "/media/", "/backup.sql"),
        *("/static/../config/settings.py", "/config/settings.py", "/manage.py", "/admin/"),
        *("/server-status", "/debug/", "/__debug__/", "/dev/mailbox/", "/metrics"),
        *("/today/x.css", "/caseload/x.js", "/me/x.png"),
    ],
)
def test_nothing_is_there(world, path):
    for role in ("anonymous", "cleo", "omar"):
        assert world.ask(role, "GET", path, **ASKED).status_code == 404
