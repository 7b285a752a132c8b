"""Firefox and WebKit. `make test` finds them or installs them where it may."""

import os

import pytest


def program(variable, package):
    """What the launcher found; a machine without it skips the test and reads what to install."""
    if found := os.environ.get(variable):
        return found
    return pytest.skip(f"Not installed here. Debian or Ubuntu: sudo apt-get install {package}")


@pytest.fixture(params=["firefox", "webkit"])
def hand(request, tmp_path, live_server, world):
    """A person at this browser; what they open is on the live server."""
    engine = {"firefox": firefox, "webkit": webkit}[request.param](tmp_path)
    yield engine
    engine.close()


def firefox(folder):
    from tests.browser.engines.firefox import Firefox

    return Firefox(program("MIDWEEK_FIREFOX", "firefox-esr"), folder)


def webkit(_folder):
    from tests.browser.engines.webkit import WebKit

    return WebKit(
        program("MIDWEEK_WEBKIT", "webkit2gtk-driver"),
        program("MIDWEEK_WEBKIT_DRIVER", "webkit2gtk-driver"),
        program("MIDWEEK_XVFB", "xvfb"),
    )
