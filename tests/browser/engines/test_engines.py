import pytest
from selenium.common.exceptions import WebDriverException

from tests.browser.engines.conftest import program
from tests.browser.engines.webkit import WebKit


def test_a_driver_that_does_not_start_leaves_no_screen_behind():
    engine = WebKit.__new__(WebKit)
    with pytest.raises(WebDriverException):
        engine.__init__("/nowhere", "/bin/false", program("MIDWEEK_XVFB", "xvfb"))
    assert engine.screen.poll() is not None
