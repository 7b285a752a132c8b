"""Building a worksheet by keyboard, seeing it as the phone will, and walking it there."""

import pytest
from playwright.sync_api import expect

from homework.models import Exercise, PracticeEntry, Skill
from tests.browser.conftest import PHONE
from tests.look.axe import assert_accessible

BRANCHED = [
    {"key": "went", "question": "Did you go?", "kind": "yes_no"},
    {"key": "where", "question": "Where to?", "kind": "short", "if": {"key": "went", "is": "yes"}},
    {"key": "felt", "question": "What came up?", "kind": "emotions", "choices": ["Sad", "Glad"]},
    {"key": "why", "question": "What else?", "kind": "text", "if": {"key": "went", "is": "no"}},
]


@pytest.fixture
def desk(open_page, world):
    world.calm = Skill.objects.create(key="calm", name="Calming the body")
    page = open_page(world.tess)
    page.goto("/library/new/")
    return page


def settled(desk):
    """Quicker than any hand: what has just been put in place does not listen yet."""
    desk.get_by_label("Question 2", exact=True).wait_for()
    expect(desk.locator(".htmx-added, .htmx-settling, .htmx-request")).to_have_count(0)


def test_by_keyboard_a_line_is_written_added_and_moved(desk):
    desk.get_by_label("Question 1", exact=True).fill("Did you go?")
    desk.get_by_label("Answered 1").select_option("yes_no")
    desk.get_by_role("button", name="One more question").press("Enter")
    settled(desk)
    desk.get_by_label("Question 2", exact=True).fill("Where to?")
    preview = desk.locator("#preview")
    preview.get_by_text("Where to?").wait_for()
    desk.get_by_role("button", name="Question 2: further up").press("Enter")
    expect(desk.get_by_label("Question 1", exact=True)).to_have_value("Where to?")
    expect(desk.locator("#down-0")).to_be_focused()
    desk.keyboard.press("Enter")
    expect(desk.get_by_label("Question 2", exact=True)).to_have_value("Where to?")
    settled(desk)
    desk.get_by_label("Asked 2").select_option("only after “Yes”")
    expect(preview.get_by_text("Where to?")).to_be_hidden()
    preview.get_by_label("Yes", exact=True).check()
    expect(preview.get_by_text("Where to?")).to_be_visible()


def test_short_fields_stand_two_and_two_where_there_is_room(desk):
    known, new = desk.get_by_label("Practises the skill"), desk.get_by_label("Or a new skill")
    assert known.bounding_box()["y"] == new.bounding_box()["y"]
    assert desk.get_by_label("Title").bounding_box()["width"] > 1.5 * new.bounding_box()["width"]
    desk.set_viewport_size(PHONE["viewport"])
    assert known.bounding_box()["y"] < new.bounding_box()["y"]


def test_without_a_script_it_is_built_by_presses_too(open_page, world):
    Skill.objects.create(key="calm", name="Calming the body")
    page = open_page(world.tess, java_script_enabled=False)
    page.goto("/library/new/")
    page.get_by_label("Title").fill("A ride")
    page.get_by_label("Practises the skill").select_option("Calming the body")
    page.get_by_label("Only me").check()
    page.get_by_label("Question 1", exact=True).fill("Where to?")
    page.get_by_role("button", name="One more question").click()
    page.get_by_label("Question 2", exact=True).fill("Did you go?")
    page.get_by_role("button", name="Question 2: further up").click()
    page.get_by_role("button", name="Show it on the phone").click()
    expect(page.locator("#preview")).to_contain_text("Did you go?")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("heading", name="A ride").first.wait_for()
    asked = [prompt["question"] for prompt in Exercise.objects.get(title="A ride").prompts]
    assert asked == ["Did you go?", "Where to?"]


def test_the_builder_can_be_used_by_everybody(open_page, world):
    skill = Skill.objects.create(key="calm", name="Calming the body")
    made = Exercise.objects.create(
        key="ride", title="A ride", skill=skill, clinic=world.harbour, prompts=BRANCHED
    )
    page = open_page(world.tess)
    page.goto(f"/library/{made.pk}/edit/")
    assert_accessible(page)


class TestOnThePhone:
    @pytest.fixture
    def sheet(self, open_page, world):
        world.assignment.prompts = BRANCHED
        world.assignment.save(update_fields=["prompts"])
        page = open_page(world.cleo, PHONE)
        page.goto(f"/today/{world.assignment.pk}/worksheet/")
        return page

    def test_a_yes_leads_to_its_question_and_to_the_end(self, sheet):
        sheet.get_by_label("Yes", exact=True).check()
        sheet.get_by_role("link", name="Next").click()
        sheet.get_by_label("Where to?").fill("Town")
        sheet.get_by_role("link", name="Next").click()
        sheet.get_by_label("Glad").select_option("8")
        expect(sheet.get_by_role("link", name="Next")).to_be_hidden()
        sheet.get_by_role("button", name="Done").click()
        sheet.get_by_role("button", name="Undo").wait_for()
        answers = {"went": "yes", "where": "Town", "felt": {"Glad": 8}}
        assert PracticeEntry.objects.get().answers == answers

    def test_a_no_walks_past_it_and_back(self, sheet):
        sheet.get_by_label("No", exact=True).check()
        sheet.get_by_role("link", name="Next").click()
        expect(sheet.get_by_label("Glad")).to_be_visible()
        sheet.get_by_role("link", name="Next").click()
        sheet.get_by_label("What else?").fill("Rain")
        sheet.get_by_role("link", name="Back").click()
        sheet.get_by_role("link", name="Back").click()
        expect(sheet.get_by_label("Yes", exact=True)).to_be_visible()
        sheet.get_by_role("link", name="Back").click()
        sheet.wait_for_url("**/today/")

    def test_each_kind_can_be_used_by_everybody(self, open_page, world, sheet):
        page = open_page(world.cleo, PHONE)
        for query in ("?step=3", "?all"):
            page.goto(f"/today/{world.assignment.pk}/worksheet/{query}")
            assert_accessible(page)
