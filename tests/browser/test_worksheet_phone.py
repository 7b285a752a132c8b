"""A thought record on a phone: one press a question and one more, kept at each."""

import pytest
from playwright.sync_api import expect

from accounts.models import Draft
from homework.models import PracticeEntry
from tests.browser.conftest import PHONE
from tests.look.axe import assert_accessible

QUESTIONS = ["What happened?", "What did I think?", "How did I feel?", "What else?", "And now?"]


@pytest.fixture
def homework(world):
    world.assignment.prompts = [
        {"key": f"q{number}", "question": question, "kind": "text"}
        for number, question in enumerate(QUESTIONS)
    ]
    world.assignment.save(update_fields=["prompts"])
    return world.assignment


@pytest.fixture
def sheet(open_page, world, homework):
    page = open_page(world.cleo, PHONE)
    page.goto("/today/")
    page.get_by_role("link", name="Fill in its worksheet").click()
    return page


def answer(page, question, words):
    page.get_by_label(question).fill(words)
    with page.expect_response("**/drafts/worksheet/**"):
        page.get_by_role("link", name="Next").click()
    expect(page.get_by_label(question)).to_be_hidden()


def test_five_questions_take_six_presses(sheet):
    for question in QUESTIONS[:-1]:
        answer(sheet, question, f"{question} This.")
    sheet.get_by_label(QUESTIONS[-1]).fill("Calmer.")
    sheet.get_by_role("button", name="Done").click()
    sheet.get_by_role("button", name="Undo").wait_for()
    entry = PracticeEntry.objects.get()
    assert entry.answers["q0"] == "What happened? This." and entry.answers["q4"] == "Calmer."
    assert not Draft.objects.exists()


def test_left_on_the_way_it_is_gone_on_with_in_one_press(sheet):
    answer(sheet, QUESTIONS[0], "They looked.")
    answer(sheet, QUESTIONS[1], "They laugh.")
    sheet.goto("/today/")
    sheet.get_by_role("link", name="Fill in its worksheet").click()
    expect(sheet.get_by_label(QUESTIONS[2])).to_be_visible()
    sheet.get_by_role("link", name="Back").click()
    assert sheet.get_by_label(QUESTIONS[1]).input_value() == "They laugh."


def test_without_a_script_all_questions_stand_on_one_page(open_page, world, homework):
    page = open_page(world.cleo, PHONE, java_script_enabled=False)
    page.goto(f"/today/{homework.pk}/worksheet/")
    page.get_by_role("link", name="All questions on one page").click()
    page.get_by_label("And now?").fill("Calmer.")
    page.get_by_role("button", name="Done").click()
    page.get_by_role("button", name="Undo").wait_for()


def test_each_question_can_be_used_by_everybody(open_page, world, homework):
    page = open_page(world.cleo, PHONE)
    for query in ("", "?step=5", "?all"):
        page.goto(f"/today/{homework.pk}/worksheet/{query}")
        assert_accessible(page)
