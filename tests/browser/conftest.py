"""Real Chromium against the real server: a client's phone and a therapist's screen."""

import os

import pytest
from django.conf import settings
from django.test import Client

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
SCREEN = {"viewport": {"width": 1280, "height": 800}}


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)


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
def open_page(browser, live_server, transactional_db):
    """A page of its own: open_page(user, PHONE). Signed in without the form; None signs in nobody.

    Fails the test on a script error or a broken content policy.
    """
    opened = []

    def open_page(user=None, device=SCREEN, **options):
        here = {"base_url": live_server.url, "locale": "en-GB", "timezone_id": "Europe/London"}
        context = browser.new_context(**here | device | options)
        context.set_default_timeout(20_000)
        if user:
            context.add_cookies([session_cookie(user, live_server.url)])
        page = context.new_page()
        complaints = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: watch(message, complaints))
        opened.append((context, complaints))
        return page

    yield open_page
    for context, complaints in opened:
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
