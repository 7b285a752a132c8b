"""Real Chromium against the real server: a client's phone and a therapist's screen."""

import os

import pytest
from django.conf import settings
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.test import Client
from playwright.sync_api import Error

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
SCREEN = {"viewport": {"width": 1280, "height": 800}}
OPENED = pytest.StashKey[list]()


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """A failed test shows what its pages said: the only trace where nobody sees the window."""
    report = yield
    if report.when != "teardown" and report.failed:
        for context, _, log in item.stash.get(OPENED, []):
            report.sections.append(("Pages at the end", "\n".join([*log, *seen(context)])))
    return report


def seen(context):
    for page in context.pages:
        yield page.url
        try:
            yield page.locator("body").aria_snapshot(timeout=2_000)
        except Error as error:
            yield str(error)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    chromium = os.environ.get("MIDWEEK_CHROMIUM")
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    found = {"executable_path": chromium} if chromium else {}
    return {**browser_type_launch_args, **found, "args": quiet}


@pytest.fixture
def world(transactional_db, cast):
    return cast


@pytest.fixture
def open_page(browser, live_server, transactional_db, request):
    """A page of its own: open_page(user, PHONE). Signed in without the form; None signs in nobody.

    Fails the test on a script error or a broken content policy.
    """
    opened = request.node.stash[OPENED] = []

    def open_page(user=None, device=SCREEN, **options):
        here = {"base_url": live_server.url, "locale": "en-GB", "timezone_id": "Europe/London"}
        context = browser.new_context(**here | device | options)
        context.set_default_timeout(20_000)
        if user:
            context.add_cookies(
                [session_cookie(user, live_server.url), form_cookie(live_server.url)]
            )
        page = context.new_page()
        complaints, log = [], []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: watch(message, complaints))
        page.on("console", lambda message: log.append(f"{message.type}: {message.text}"))
        page.on("requestfailed", lambda asked: log.append(f"{asked.failure}: {asked.url}"))
        opened.append((context, complaints, log))
        return page

    yield open_page
    for context, complaints, _ in opened:
        context.close()
        assert complaints == []


def watch(message, complaints):
    if message.type == "error" and "Content Security Policy" in message.text:
        complaints.append(message.text)


def session_cookie(user, url):
    client = Client()
    client.force_login(user)
    return {
        "name": settings.SESSION_COOKIE_NAME,
        "value": client.cookies[settings.SESSION_COOKIE_NAME].value,
        "url": url,
    }


def form_cookie(url):
    """As the sign-in left it: were it missing, two answers under way would each bring their own."""
    request = HttpRequest()
    get_token(request)
    value = request.META["CSRF_COOKIE"]
    return {"name": settings.CSRF_COOKIE_NAME, "value": value, "url": url}
