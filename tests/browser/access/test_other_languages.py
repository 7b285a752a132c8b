"""German's long words and a language read from right to left fit a small phone."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.look.axe import assert_accessible

PAGES = ("/today/", "/goals/", "/toolbox/", "/history/", "/report/", "/me/", "/help/")
NARROW = {**PHONE, "viewport": {"width": 320, "height": 700}}
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
CUT = """[...document.querySelectorAll('button, .button, .chip, h1, h2, h3, .bar a')]
    .filter(each => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 1)
    .map(each => each.innerText)"""


@pytest.fixture
def german(open_page, world):
    world.cleo.language = "de"
    world.cleo.save(update_fields=["language"])
    return lambda device: open_page(world.cleo, device)


@pytest.mark.parametrize("device", [PHONE, NARROW], ids=["390", "320"])
def test_german_fits(german, device):
    page = german(device)
    for path in PAGES:
        page.goto(path)
        expect(page.locator("html")).to_have_attribute("lang", "de")
        assert (path, page.evaluate(SIDEWAYS), page.evaluate(CUT)) == (path, 0, [])


def test_a_german_page_can_be_heard(german):
    page = german(PHONE)
    page.goto("/today/")
    assert_accessible(page)


def test_pages_turn_with_a_language_read_from_the_right(open_page, world):
    page = open_page(world.cleo, NARROW)
    for path in PAGES:
        page.goto(path)
        page.evaluate("document.documentElement.dir = 'rtl'")
        assert (path, page.evaluate(SIDEWAYS)) == (path, 0)
    mark = page.locator(".top__mark").bounding_box()
    assert mark["x"] > page.locator(".top__help").bounding_box()["x"]


def test_arrows_turn_too(open_page, world):
    page = open_page(world.cleo, PHONE)
    page.goto("/today/")
    page.evaluate("document.documentElement.dir = 'rtl'")
    arrow = page.locator("svg.turns").first
    expect(arrow).to_have_css("transform", "matrix(-1, 0, 0, 1, 0, 0)")
