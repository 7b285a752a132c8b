"""The way out on every page of staff, by keys; words that are not saved yet are asked about."""

from urllib.parse import urlsplit

import pytest

from homework.models import WeekPlan
from tests.browser.conftest import PHONE, SCREEN
from tests.browser.keys import Keys
from tests.browser.test_seen_phone import anybody_signed_in
from tests.look.axe import assert_accessible

WORDS = "One stop more than last week"


def signed_out(page):
    page.wait_for_url(lambda url: urlsplit(url).path == "/")
    assert not anybody_signed_in()


@pytest.mark.parametrize("device", [SCREEN, PHONE], ids=["screen", "phone"])
@pytest.mark.parametrize(
    ("who", "path"), [("tess", "/caseload/"), ("tess", "/library/"), ("ada", "/clinic/settings/")]
)
def test_staff_sign_out_from_where_they_are(open_page, world, who, path, device):
    person = getattr(world, who)
    keys = Keys(open_page(person, device))
    keys.page.goto(path)
    keys.open(person.get_short_name())
    keys.press("button", "Sign out")
    signed_out(keys.page)


def test_what_is_not_saved_yet_is_asked_about(open_page, world):
    keys = Keys(open_page(world.tess))
    keys.page.goto(f"/caseload/{world.therapy.pk}/about/")
    words = keys.page.locator("main textarea").first
    words.fill(WORDS)
    # Back up to where Tab begins.
    keys.page.locator(".skip").focus()
    keys.open("Tess")
    keys.press("button", "Sign out")
    keys.page.get_by_text("is not saved yet").wait_for()
    assert_accessible(keys.page)
    stays = keys.page.get_by_role("button", name="Stay here")
    assert stays.evaluate("e => e === document.activeElement")
    keys.page.keyboard.press("Enter")
    assert anybody_signed_in() and words.input_value() == WORDS
    keys.page.locator(".skip").focus()
    keys.press("button", "Sign out")
    keys.press("button", "Sign out and lose it")
    signed_out(keys.page)


def test_what_a_page_saves_by_itself_is_there_before_they_go(open_page, world):
    page = open_page(world.tess)
    page.goto(f"/caseload/{world.therapy.pk}/review/")
    page.get_by_label("Focus, in their words").fill(WORDS)
    page.locator("#saved", has_text="Saved at").wait_for()
    page.locator("summary", has_text="Tess").click()
    page.get_by_role("button", name="Sign out", exact=True).click()
    signed_out(page)
    assert WeekPlan.objects.in_preparation().get(therapy=world.therapy).focus == WORDS
