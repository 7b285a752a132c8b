"""What stays in sight while a page scrolls: it lies over no press, and the page's end comes out."""

from datetime import timedelta

import pytest

from accounts.models import Away
from homework.models import HomeworkProposal
from homework.practice_day import practice_today
from tests.browser.conftest import PHONE
from tests.cast import proposed_plan, therapy
from tests.look.axe import axe_covered

HEIGHTS = (568, 640, 700, 823, 844)
# The last thing of the page, when it has been scrolled as far as it goes, against the bar.
END = """() => { scrollTo(0, document.documentElement.scrollHeight)
  const last = document.querySelector("main").lastElementChild.getBoundingClientRect()
  return document.querySelector(".bar").getBoundingClientRect().top - last.bottom }"""
SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"
WEEK = timedelta(days=7)
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


@pytest.mark.parametrize("language", ["en", "de"])
def test_done_is_in_reach_however_much_is_told(open_page, world, language):
    """A plan to look at, an absence and an answer, on the lowest screen."""
    world.cleo.language = language
    world.cleo.save(update_fields=["language"])
    today = practice_today(world.cleo.zone)
    Away.objects.create(
        clinic=world.harbour, therapist=world.tess, starts_on=today, back_on=today + WEEK
    )
    HomeworkProposal.propose(world.therapy, title="Walk", by=world.cleo).not_now(by=world.tess)
    proposed_plan(world.therapy, world.tess)
    page = open_page(world.cleo, PHONE)
    page.set_viewport_size({"width": 320, "height": 568})
    page.goto("/today/")
    assert page.locator(".news").count() == 3
    done = page.locator("[name=state][value=done]").first.bounding_box()
    assert done["y"] + done["height"] <= page.locator(".bar").bounding_box()["y"]


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("language", ["en", "de"])
def test_the_top_line_is_one_line_also_with_several_hats(open_page, world, width, language):
    world.otto.language = language
    world.otto.save(update_fields=["language"])
    therapy(world.harbour, world.tess, world.otto)
    page = open_page(world.otto, PHONE)
    page.set_viewport_size({"width": width, "height": 568})
    page.goto("/today/")
    assert page.locator(".hats").is_visible() and page.evaluate(SIDEWAYS) == 0
    assert page.locator(".top").bounding_box()["height"] <= 60
