"""What stays in sight while a page scrolls: it lies over no press, and the page's end comes out."""

import pytest

from tests.browser.conftest import PHONE
from tests.look.axe import axe_covered

HEIGHTS = (568, 640, 700, 823, 844)
# The last thing of the page, when it has been scrolled as far as it goes, against the bar.
END = """() => { scrollTo(0, document.documentElement.scrollHeight)
  const last = document.querySelector("main").lastElementChild.getBoundingClientRect()
  return document.querySelector(".bar").getBoundingClientRect().top - last.bottom }"""
ROWS = "new Set([...document.querySelectorAll('.bar li')].map(e => e.offsetTop)).size"


@pytest.mark.parametrize("width", [320, 412])
def test_a_bar_covers_no_press_at_any_height(open_page, world, places, width):
    page = open_page(world.cleo, PHONE)
    for height in HEIGHTS:
        page.set_viewport_size({"width": width, "height": height})
        for name in ("Today", "log", "Goals", "History", "Report", "Me"):
            page.goto(places[name])
            assert axe_covered(page) == [], (name, height)


@pytest.mark.parametrize("size", ["100%", "125%", "200%"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_page_scrolls_out_from_under_its_bar(open_page, world, size, language):
    world.cleo.language = language
    world.cleo.save(update_fields=["language"])
    page = open_page(world.cleo, PHONE)
    for width in (320, 390):
        page.set_viewport_size({"width": width, "height": 640})
        page.goto("/today/")
        page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
        assert page.evaluate(END) >= 0 and page.evaluate(ROWS) == 1, width


def test_done_is_in_reach_as_soon_as_its_title_is_read(open_page, world):
    page = open_page(world.cleo, PHONE)
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto("/today/")
    title = page.get_by_role("heading", name="Two buses").bounding_box()
    done = page.get_by_role("button", name="Done", exact=True).first.bounding_box()
    bar = page.locator(".bar").bounding_box()
    assert title["y"] + title["height"] < done["y"]
    assert done["y"] + done["height"] <= bar["y"]
