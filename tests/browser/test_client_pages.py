"""Goals, History and Report on a phone: a number taken back, a search that leaves no trace."""

import pytest

from goals.models import GoalRating
from homework.models import WeekReport
from tests.browser.conftest import PHONE
from tests.homework.presses import address, logged
from tests.look.axe import assert_accessible

NARROW = {**PHONE, "viewport": {"width": 320, "height": 700}}


@pytest.fixture
def phone(open_page, world):
    return open_page(world.cleo, PHONE)


def give_a_number(page, number):
    page.goto("/goals/")
    page.get_by_text("Say how it is today").click()
    page.locator("label.chip", has_text=number).first.click()
    page.get_by_role("button", name="Keep this number").click()


def test_a_number_is_given_and_taken_back_where_it_stands(phone):
    give_a_number(phone, "7")
    said = phone.get_by_text("You said 7 today.")
    said.wait_for()
    assert said.bounding_box()["y"] < 844
    assert_accessible(phone)
    phone.get_by_role("button", name="Undo").click()
    phone.get_by_text("Say how it is today").wait_for()
    assert not GoalRating.objects.exists()


def test_a_search_leaves_no_word_in_an_address(phone, world):
    logged(world.assignment, world.cleo, note="We met at the Café.")
    logged(world.assignment, world.cleo, note="On the tram.", private=True)
    phone.goto("/history/")
    asked = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.get_by_label("Look for a word").fill("cafe")
    phone.get_by_role("button", name="Search", exact=True).click()
    phone.get_by_text("place with “cafe”.").wait_for()
    assert not phone.get_by_text("On the tram.").is_visible()
    assert phone.get_by_text("We met at the Café.").is_visible()
    assert phone.url.endswith("/history/") and not [url for url in asked if "cafe" in url]
    assert_accessible(phone)
    phone.get_by_role("link", name="Clear").click()
    phone.get_by_text("On the tram.").wait_for()


def test_a_search_for_nothing_asks_for_a_word_on_one_page(phone):
    phone.goto("/history/")
    phone.get_by_role("button", name="Search", exact=True).click()
    phone.get_by_role("link", name="Write a word to look for.").wait_for()
    assert phone.locator("h1").count() == 1 and phone.title() == "Error: History"
    assert_accessible(phone)


def test_without_a_script_a_search_shows_a_page(open_page, world):
    logged(world.assignment, world.cleo, note="On the tram.")
    page = open_page(world.cleo, PHONE, java_script_enabled=False)
    page.goto("/history/")
    page.get_by_label("Look for a word").fill("TRAM")
    page.get_by_role("button", name="Search", exact=True).click()
    assert page.get_by_text("On the tram.").is_visible() and page.url.endswith("/history/search/")


def test_a_sent_report_fits_the_narrowest_phone(open_page, world):
    report = WeekReport.send(world.plan, topics="My sister", by=world.cleo)
    page = open_page(world.cleo, NARROW)
    page.goto(address("report-sent", report))
    assert_accessible(page)
