"""The hour at the therapist's screen: a plain week, two windows, the agreeing moment."""

import pytest

from homework.models import Assignment, WeekPlan
from tests.cast import agreed_plan
from tests.look.axe import assert_accessible

THEMES = ("light", "dark")
MOST_PRESSES = 12


@pytest.fixture
def desk(open_page, world):
    """Tess's screen, on the review of Cleo's week, counting what she presses and types."""
    page = open_page(world.tess)
    page.add_init_script(
        "addEventListener('pointerdown', e => e.isTrusted &&"
        " sessionStorage.setItem('presses', +(sessionStorage.getItem('presses') || 0) + 1), true)"
    )
    page.goto(f"/caseload/{world.therapy.pk}/review/")
    return page


def presses(page):
    return int(page.evaluate("sessionStorage.getItem('presses') || 0"))


def chip(page, words, place=0):
    page.locator("label.chip", has_text=words).nth(place).click()


def wait_saved(page):
    page.locator("#saved", has_text="Saved at").wait_for()


def test_a_plain_week_takes_few_presses(desk, world):
    agreed_plan(world.therapy, world.tess, "Two buses", "Wave", "Breathe out")
    desk.reload()
    for place in range(3):
        chip(desk, "Keep", place)
        desk.locator("#next-homework li").nth(place).wait_for()
    for place in range(3):
        chip(desk, "Yes, as it is", place)
    desk.get_by_role("button", name="Agree on this week").click()
    desk.get_by_role("heading", name="Summary of the hour").wait_for()
    assert WeekPlan.objects.running().get(therapy=world.therapy).assignments.count() == 3
    assert presses(desk) <= MOST_PRESSES


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
    desk.get_by_text("70 % is good to know.").wait_for()
    chip(desk, "90")
    desk.get_by_text("70 % is good to know.").wait_for(state="detached")
    desk.get_by_role("button", name="Save and back to the week").click()
    desk.get_by_text("90 % sure.").wait_for()
    homework = Assignment.objects.get(confidence=90)
    assert (homework.title, homework.after_what) == ("Ride one stop", "when I have paid")


def test_two_letters_find_an_exercise_without_leaving(desk):
    desk.get_by_text("Add homework").click()
    desk.get_by_label("From the library").type("zz")
    desk.get_by_text("Nothing found for “zz”.").wait_for()


@pytest.mark.parametrize("theme", THEMES)
def test_the_working_pages_are_accessible(open_page, world, theme):
    page = open_page(world.tess, color_scheme=theme)
    homework = agreed_plan(world.therapy, world.tess, "Two buses").assignments.get()
    homework.carry_into(WeekPlan.prepare(world.therapy, by=world.tess), confidence=70)
    draft = world.therapy.plans.in_preparation().get().assignments.get()
    for path in (
        "review",
        f"plan/assignments/{draft.pk}",
        "plan/library",
        "first-session",
        "goals",
        "sessions",
        "show",
        "summary",
        "sheet",
        "paper",
        "paper/results",
        "ending",
    ):
        page.goto(f"/caseload/{world.therapy.pk}/{path}/")
        assert_accessible(page)
