"""The therapist's reading pages on a screen: typing, looking, answering; whole in both themes."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from goals.models import GoalRating
from homework.models import Exercise, Skill, WeekReport
from tests.homework.presses import logged
from tests.look.axe import assert_accessible

NARROW = {"viewport": {"width": 320, "height": 700}}
PHONE_WIDE = {"viewport": {"width": 390, "height": 844}}
WIDE = {"viewport": {"width": 1920, "height": 1080}}


@pytest.fixture
def full(world):
    """Cleo's week with a note, a report, a rating and an exercise in the library."""
    words = {"note": "I rode two.", "where": "Line 9", "before": 7, "after": 3}
    logged(world.assignment, world.cleo, **words)
    WeekReport.send(world.plan, topics="Sunday", by=world.cleo)
    GoalRating.objects.rate(world.goal, 4, on=timezone.localdate(), by=world.cleo)
    skill = Skill.objects.create(key="calm", name="Calming the body")
    world.exercise = Exercise.objects.create(
        key="walk",
        title="A walk",
        skill=skill,
        clinic=world.harbour,
        how="Out.\nHome.",
        prompts=[{"key": "a", "question": "What did you see?", "kind": "text"}],
    )
    return world


def test_from_the_caseload_to_an_answer(open_page, full):
    page = open_page(full.tess)
    page.goto("/caseload/")
    assert page.title() == "(1) Caseload"
    page.get_by_role("link", name="Cleo").click()
    page.get_by_text("I rode two.").wait_for()
    page.locator("summary", has_text="Answer").first.click()
    page.get_by_label("A few words in answer").fill("Two at once!")
    page.get_by_role("button", name="Keep").click()
    page.get_by_text("Two at once!").first.wait_for()
    page.goto("/caseload/")
    assert page.title() == "Caseload"


def test_a_name_is_found_while_typing(open_page, full):
    page = open_page(full.tess)
    page.goto("/caseload/")
    page.get_by_label("Find a client").press_sequentially("zebra")
    page.get_by_text("Nobody here is called “zebra”.").wait_for()
    page.get_by_label("Find a client").fill("cle")
    page.get_by_role("link", name="Cleo").wait_for()
    assert page.url.endswith("/caseload/")


def test_an_exercise_is_found_while_typing(open_page, full):
    page = open_page(full.tess)
    page.goto("/library/")
    page.get_by_role("searchbox").press_sequentially("zebra")
    page.get_by_text("Nothing in the library is called “zebra”.").wait_for()
    page.get_by_role("searchbox").fill("walk")
    page.get_by_role("link", name="A walk").click()
    assert page.get_by_role("heading", level=1).inner_text() == "A walk"


@pytest.mark.parametrize("size", [NARROW, PHONE_WIDE, WIDE], ids=["320", "390", "1920"])
def test_every_page_is_accessible(open_page, full, size):
    page = open_page(full.tess, **size)
    therapy, exercise = f"/caseload/{full.therapy.pk}/", f"/library/{full.exercise.pk}/"
    for address in (
        "/caseload/",
        "/caseload/ended/",
        therapy,
        f"{therapy}weeks/",
        f"{therapy}pictures/",
        f"{therapy}about/",
        "/library/",
        exercise,
        f"{exercise}edit/",
        "/away/",
    ):
        page.goto(address)
        assert_accessible(page)


def test_a_colleagues_record_is_found_by_everybody(open_page, full):
    page = open_page(full.tess)
    page.goto("/caseload/colleagues/")
    assert_accessible(page)
    page.get_by_label("The client’s name").fill("carl")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="Carl").wait_for()
    assert_accessible(page)


def test_a_page_with_errors_is_accessible_too(open_page, full):
    page = open_page(full.tess)
    for address in ("/library/new/", "/away/", f"/caseload/{full.other.pk}/open-record/"):
        page.goto(address)
        page.locator("main .button--main").click()
        page.get_by_text("There is a problem").wait_for()
        assert page.title().startswith("Error:")
        assert_accessible(page)


def test_a_level_narrows_the_library_in_place(open_page, full):
    Exercise.objects.filter(pk=full.exercise.pk).update(level=Exercise.Level.EASY)
    page = open_page(full.tess)
    page.goto("/library/")
    assert_accessible(page)
    page.get_by_label("Level").select_option("Prepared in session")
    page.get_by_text("Nothing in the library is like that.").wait_for()
    page.get_by_label("Level").select_option("Easy to begin with")
    page.get_by_role("link", name="A walk").wait_for()
    page.wait_for_url("**/library/?*level=1*")
    page.reload()
    expect(page.get_by_label("Level")).to_have_value("1")
