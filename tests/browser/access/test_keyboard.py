"""Without a mouse or a finger: Today, Done, Undo, the log, the report and the way out."""

import pytest

from homework.models import PracticeEntry, WeekReport
from tests.browser.conftest import PHONE, SCREEN

PARTS = ('type="date"', 'type="time"')  # Day, month and year, or hour and minute: one field.
FAR = 60  # presses of Tab after which a thing counts as out of reach
SEEN = """() => { const e = document.activeElement, r = e.getBoundingClientRect()
  const s = getComputedStyle(e.matches(".chip input") ? e.nextElementSibling : e)
  const ring = s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2
  return ring && r.bottom > 0 && r.top < innerHeight }"""


class Keys:
    """Somebody who has keys alone."""

    def __init__(self, page):
        self.page = page

    def reach(self, thing):
        """Tab to it; every stop on the way can be seen."""
        for _ in range(FAR):
            self.page.keyboard.press("Tab")
            assert self.page.evaluate(SEEN), self.page.evaluate("document.activeElement.outerHTML")
            if thing.evaluate("e => e === document.activeElement"):
                return
        raise AssertionError("It cannot be reached by Tab.")

    def press(self, role, name):
        self.reach(self.page.get_by_role(role, name=name).first)
        self.page.keyboard.press("Enter")


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


def test_no_stop_holds_the_focus(open_page, world, places):
    page = open_page(world.cleo, PHONE)
    for path in places.values():
        page.goto(path)
        stops = []
        for _ in range(FAR):
            page.keyboard.press("Tab")
            stops.append(page.evaluate("document.activeElement.outerHTML"))
        pairs = zip(stops, stops[1:], strict=False)
        held = [one for one, two in pairs if one == two and not any(p in one for p in PARTS)]
        assert not held, path
