"""The hour at the therapist's screen: a plain week, two windows, the agreeing moment."""

import pytest

from homework.models import Assignment, WeekPlan
from tests.browser.keystrokes import Hands, seconds_of
from tests.cast import agreed_plan

SAID = {
    "Your answer to the week": "Five buses in one week, and one of them was full. Well done.",
    "Focus, in their words": "One stop further each time",
}
MOST_PRESSES, MOST_SECONDS = 12, 120


@pytest.fixture
def desk(open_page, world):
    """Tess's screen, on the review of Cleo's week."""
    page = open_page(world.tess)
    page.goto(f"/caseload/{world.therapy.pk}/review/")
    return page


def chip(page, words, place=0):
    page.locator("label.chip", has_text=words).nth(place).click()


def wait_saved(page):
    page.locator("#saved", has_text="Saved at").wait_for()


def test_a_plain_week_takes_few_presses_and_less_than_two_minutes(desk, world):
    """Three homework kept, with an answer to the week and a focus for the next."""
    agreed_plan(world.therapy, world.tess, "Two buses", "Wave", "Breathe out")
    hands = Hands(desk)
    desk.reload()
    for place in range(3):
        chip(desk, "Keep", place)
        desk.locator("#next-homework li").nth(place).wait_for()
    for place in range(3):
        chip(desk, "Yes, as it is", place)
    for label, words in SAID.items():
        desk.get_by_label(label).click()
        desk.keyboard.type(words)
    desk.get_by_role("button", name="Agree on this week").click()
    desk.get_by_role("heading", name="Summary of the hour").wait_for()
    assert WeekPlan.objects.running().get(therapy=world.therapy).assignments.count() == 3
    assert hands.presses <= MOST_PRESSES and hands.seconds <= MOST_SECONDS, hands.did


def test_the_seconds_are_those_of_the_model():
    """Two presses, then two words by keyboard, then one more press."""
    typed = ["press", "press", *["key"] * 9, "press"]
    by_hand = 3 * (1.35 + 1.1 + 0.2) + 9 * 0.28 + 1.35 + 2 * 0.4
    assert seconds_of(typed) == pytest.approx(by_hand)


def test_agreeing_at_once_waits_for_the_save_under_way(desk):
    held = []

    def hold(route):
        """The server has saved; its answer is on the way until we let it in."""
        saves = "hx-request" in route.request.headers
        held.append((route, route.fetch())) if saves else route.continue_()

    desk.route("**/review/", hold)
    with desk.expect_request("**/review/"):
        chip(desk, "Keep")
    while not held:
        desk.evaluate("new Promise(requestAnimationFrame)")
    desk.get_by_label("Focus, in their words").fill("One more stop")
    desk.get_by_role("button", name="Agree on this week").click(no_wait_after=True)
    route, answer = held.pop()
    route.fulfill(response=answer)
    desk.get_by_role("heading", name="Summary of the hour").wait_for()


def test_the_later_window_is_told_at_once(desk, open_page, world):
    other = open_page(world.tess)
    other.goto(f"/caseload/{world.therapy.pk}/review/")
    desk.get_by_label("Focus, in their words").fill("From the first window")
    wait_saved(desk)
    other.get_by_label("Focus, in their words").fill("From the second window")
    other.get_by_role("button", name="Look at it").click()
    other.get_by_text("From the first window").wait_for()
    assert other.get_by_label("Focus, in their words").input_value() == "From the second window"
    assert world.therapy.plans.in_preparation().get().focus == "From the first window"


def test_a_new_homework_is_talked_through(desk, world):
    desk.get_by_text("Add homework").click()
    desk.get_by_label("In your own words").fill("Ride one stop")
    desk.keyboard.press("Enter")
    desk.get_by_label("After what?").fill("when I have paid")
    desk.locator("#said mark", has_text="When I have paid").wait_for()
    chip(desk, "70")
    desk.get_by_text("70% is good to know.").wait_for()
    chip(desk, "90")
    desk.get_by_text("70% is good to know.").wait_for(state="detached")
    desk.get_by_role("button", name="Save and back to the week").click()
    desk.get_by_text("90% sure.").wait_for()
    homework = Assignment.objects.get(confidence=90)
    assert (homework.title, homework.after_what) == ("Ride one stop", "when I have paid")


def test_two_letters_find_an_exercise_without_leaving(desk):
    desk.get_by_text("Add homework").click()
    desk.get_by_label("From the library").type("zz")
    desk.get_by_text("Nothing found for “zz”.").wait_for()
