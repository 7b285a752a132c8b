"""On an ordinary phone too the tab is no diary of what was looked at."""

from tests.browser.conftest import PHONE
from tests.browser.stored import stored
from tests.homework.presses import address


def test_the_tab_notes_no_address(open_page, world):
    page = open_page(world.cleo, PHONE)
    for path in ("/today/", "/goals/", "/me/", address("log", world.assignment)):
        page.goto(path)
        assert stored(page)["session"] == {}, path
    page.goto("/today/")
    page.get_by_role("button", name="Done", exact=True).first.tap()
    page.get_by_role("button", name="Undo").tap()
    page.get_by_text("Taken back.").wait_for()
    found = stored(page)
    assert (found["session"], found["local"]) == ({}, {})
