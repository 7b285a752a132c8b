"""A therapist's morning without a mouse: caseload, review, plan, the next client."""

import pytest

from homework.models import WeekPlan, WeekReport
from tests.cast import agreed_plan, person, therapy

# No page has more stops than this before what is looked for.
MOST_STOPS = 80


@pytest.fixture
def desk(open_page, world):
    """Tess's screen, where two clients have sent a report; nothing on it is ever clicked."""
    client = person("nora")
    second = agreed_plan(therapy(world.harbour, world.tess, client), world.tess, "Two stops")
    for plan, sender in ((world.plan, world.cleo), (second, client)):
        WeekReport.send(plan, topics="Sunday", by=sender)
    page = open_page(world.tess)
    page.goto("/caseload/")
    return page


def in_hand(page):
    """What has the focus: its words, or those of its label."""
    return page.evaluate(
        "(e => (e.labels?.[0] || e).innerText.trim() || e.name || '')(document.activeElement)"
    )


def tab_to(page, words):
    for _stop in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if in_hand(page).startswith(words):
            return
    raise AssertionError(f"No {words} within {MOST_STOPS} stops of {page.url}")


def test_from_the_caseload_through_review_and_plan_to_the_next_client(desk, world):
    desk.keyboard.press("j")
    assert in_hand(desk) == "Cleo"
    desk.keyboard.press("r")
    desk.get_by_role("heading", name="Cleo: review and plan").wait_for()
    tab_to(desk, "Keep")
    desk.keyboard.press("Space")
    desk.locator("#next-homework li").first.wait_for()
    tab_to(desk, "Yes, as it is")
    desk.keyboard.press("Space")
    desk.locator("#saved", has_text="Saved at").wait_for()
    tab_to(desk, "Agree on this week")
    desk.keyboard.press("Enter")
    desk.get_by_role("heading", name="Summary of the hour").wait_for()
    # The keys are listened to once the page has come whole.
    desk.wait_for_load_state("load")
    assert WeekPlan.objects.running().get(therapy=world.therapy).pk != world.plan.pk
    desk.keyboard.press("n")
    desk.get_by_role("heading", name="Nora").wait_for()


def test_keys_walk_open_and_find(desk):
    for key, name in (("j", "Cleo"), ("j", "Nora"), ("k", "Cleo"), ("k", "Cleo")):
        desk.keyboard.press(key)
        assert in_hand(desk) == name
    desk.keyboard.press("/")
    desk.keyboard.type("jr/")
    assert desk.get_by_label("Find a client").input_value() == "jr/"
    desk.get_by_text("Nobody here is called “jr/”.").wait_for()
    desk.goto("/caseload/")
    desk.keyboard.press("j")
    desk.keyboard.press("Enter")
    desk.get_by_role("heading", name="Cleo", level=1).wait_for()
    desk.wait_for_load_state("load")
    desk.keyboard.press("r")
    desk.get_by_role("heading", name="Cleo: review and plan").wait_for()


def test_single_keys_can_be_switched_off(desk, world):
    desk.get_by_role("link", name="Switch single keys off").click()
    desk.get_by_label("Single keys on the caseload").uncheck()
    desk.get_by_role("button", name="Save").click()
    desk.get_by_text("Saved.").wait_for()
    desk.goto("/caseload/")
    desk.keyboard.press("j")
    assert in_hand(desk) != "Cleo" and not desk.get_by_text("Keys:").count()
