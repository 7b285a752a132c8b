"""Without a mouse or a finger: Today, Done, Undo, the log, the report and the way out."""

import pytest

from homework.models import PracticeEntry, WeekReport
from tests.browser.conftest import SCREEN
from tests.browser.keys import Keys


@pytest.fixture
def keys(open_page, world):
    keys = Keys(open_page(world.cleo, SCREEN))
    keys.page.goto("/today/")
    return keys


def test_the_first_stop_leads_past_the_top(keys):
    keys.page.keyboard.press("Tab")
    assert keys.page.evaluate("document.activeElement.matches('.skip')")
    keys.page.keyboard.press("Enter")
    assert keys.page.evaluate("document.activeElement.id") == "main"


def test_a_week_by_keys_alone(keys, world):
    page = keys.page
    keys.press("button", "Done")
    page.get_by_text("1 practice so far").wait_for()
    focus_is_in_the_card(page)
    keys.press("button", "Undo")
    page.get_by_text("Taken back.").wait_for()
    focus_is_in_the_card(page)
    keys.press("link", "Write more about it")
    page.wait_for_url("**/log/**")
    first = page.get_by_role("group", name="How did it go").get_by_role("radio").first
    keys.reach(first)
    page.keyboard.press("Space")
    keys.reach(page.get_by_label("What happened?"))
    page.keyboard.type("I sat upstairs.")
    page.keyboard.press("Control+Enter")
    page.get_by_text("Saved at").wait_for()
    assert PracticeEntry.objects.get(withdrawn_at=None).note == "I sat upstairs."
    keys.press("link", "Report")
    page.wait_for_url("**/report/**")
    keys.reach(page.get_by_label("What do you want to talk about?"))
    page.keyboard.type("The driver")
    keys.press("button", "Send to Tess")
    page.get_by_text("Sent on").first.wait_for()
    assert WeekReport.objects.get().topics == "The driver"
    page.goto("/accounts/logout/")
    keys.press("button", "Sign out")
    page.wait_for_url("**/")


def focus_is_in_the_card(page):
    """Never thrown back to the top by what has been swapped."""
    page.locator("article:focus-within").wait_for()
