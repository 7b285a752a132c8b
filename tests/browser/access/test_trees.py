"""Pages as a screen reader has them: roles, names and states, whole, against trees/ beside this."""

from pathlib import Path

import pytest
import time_machine
from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.homework.presses import address

TREES = sorted((Path(__file__).parent / "trees").glob("*.yaml"))


@pytest.fixture(autouse=True)
def noon():
    """Before 04:00 what was just logged is yesterday's, and on a Monday another week's."""
    with time_machine.travel(timezone.now().replace(hour=12)):
        yield


@pytest.mark.parametrize("tree", TREES, ids=lambda path: path.stem)
def test_the_tree_of(open_page, world, places, tree):
    page = open_page(world.cleo, PHONE)
    page.goto({name.lower(): path for name, path in places.items()}[tree.stem])
    expect(page.locator("body")).to_match_aria_snapshot(tree.read_text(encoding="utf-8"))


def test_a_rating_is_said(open_page, world):
    page = open_page(world.cleo, PHONE)
    page.goto("/today/")
    page.get_by_role("button", name="Done", exact=True).click()
    page.locator("label.chip", has_text="3").click()
    said(page, "How hard it was: 3 of 4.")


def test_what_got_in_the_way_is_said(open_page, world):
    page = open_page(world.cleo, PHONE)
    page.goto("/today/")
    page.get_by_role("button", name="Not today").click()
    page.locator("label.chip", has_text="I was too tired").click()
    said(page, "In the way: I was too tired.")


def test_how_far_along_is_said(open_page, world):
    page = open_page(world.cleo, PHONE)
    page.goto("/goals/")
    page.locator("summary", has_text="Say how it is today").click()
    page.locator("label.chip", has_text="6").click()
    page.get_by_role("button", name="Keep this number").click()
    said(page, "You said 6 today.")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("summary", has_text="Say how it is today")).to_be_visible()


def test_what_has_to_be_mended_is_an_alert_with_the_focus(open_page, world):
    page = open_page(world.cleo, PHONE)
    page.goto(address("log", world.assignment))
    page.get_by_role("button", name="Save").click()
    alert = page.get_by_role("alert")
    expect(alert).to_be_focused()
    expect(alert.get_by_role("link")).to_have_count(1)
    group = page.get_by_role("group", name="How did it go?")
    expect(group).to_have_accessible_description("Error: Choose Done, Partly or Not today.")


def said(page, words):
    expect(page.get_by_role("status").filter(has_text=words).first).to_be_visible()
