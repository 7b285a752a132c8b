"""What a screen reader reads: names that say what happens, and news said unasked."""

from collections import Counter

import pytest

from tests.browser.conftest import PHONE

NAMELESS = "- button\n", "- link\n", "- textbox\n", "- radio\n"


def test_every_thing_to_press_has_a_name_of_its_own(open_page, world, places):
    page = open_page(world.cleo, PHONE)
    for name, path in places.items():
        page.goto(path)
        tree = page.locator("body").aria_snapshot() + "\n"
        assert not [one for one in NAMELESS if one in tree], f"{name}\n{tree}"
        lines = Counter(line.strip() for line in tree.splitlines() if "- button" in line)
        twice = [line for line, times in lines.items() if times > 1]
        assert not twice, f"{name}: {twice}"


def test_a_page_has_one_main_part_and_one_title(open_page, world, places):
    page = open_page(world.cleo, PHONE)
    for name, path in places.items():
        page.goto(path)
        assert page.get_by_role("main").count() == 1, name
        assert page.get_by_role("heading", level=1).count() == 1, name


@pytest.mark.parametrize("press", ["Done", "Partly", "Not today"])
def test_what_was_saved_and_taken_back_is_said(open_page, world, press):
    page = open_page(world.cleo, PHONE)
    page.goto("/today/")
    page.get_by_role("button", name=press, exact=True).click()
    page.get_by_role("status").filter(has_text="Saved at").wait_for()
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("status").filter(has_text="Taken back.").wait_for()


def test_the_tree_of_today(open_page, world):
    page = open_page(world.cleo, PHONE)
    page.goto("/today/")
    tree = page.locator("main").aria_snapshot()
    for part in ('heading "Two buses" [level=2]', 'button "Done"', 'button "Partly"'):
        assert part in tree
    bar = page.get_by_role("navigation").last.aria_snapshot()
    assert [f'link "{name}"' in bar for name in ("Today", "Goals", "Report")] == [True] * 3
