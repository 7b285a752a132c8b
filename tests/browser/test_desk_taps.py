"""The budget of presses for a therapist, row by row; a plain week is in test_planning_screen.py."""

import re

import pytest

from homework.models import EntryFeedback, Exercise, Skill, WeekReport
from tests.browser.taps import Taps
from tests.homework.presses import logged


class Hand(Taps):
    """A mouse and a keyboard on one page."""

    def press(self, name):
        self.page.get_by_role("button", name=name).first.click()

    def follow(self, name):
        self.page.get_by_role("link", name=name).first.click()

    def choose(self, words):
        self.page.locator("label.chip", has_text=words).first.click()

    def open(self, words):
        self.page.locator("summary", has_text=words).first.click()


@pytest.fixture
def hand(open_page, world):
    return Hand(open_page(world.tess))


def test_who_needs_a_look_takes_none_and_the_client_one(hand, world):
    WeekReport.send(world.plan, topics="Sunday.", by=world.cleo)
    hand.page.goto("/")
    hand.sees("Report sent. Wants to talk about “Sunday”")
    with hand.at_most(1):
        hand.follow("Cleo")
        hand.page.get_by_role("heading", name="Cleo", level=1).wait_for()


def test_homework_from_a_template_takes_four(hand, world):
    skill = Skill.objects.create(key="calm", name="Calming the body")
    Exercise.objects.create(
        key="walk", title="A walk", skill=skill, clinic=world.harbour, smallest="To the door."
    )
    hand.page.goto(f"/caseload/{world.therapy.pk}/review/")
    with hand.at_most(4):
        hand.open("Add homework")
        hand.page.get_by_label("From the library").fill("wa")
        hand.press(re.compile("Add.*A walk"))
        hand.choose("90")
        hand.press("Save and back to the week")
        hand.sees("90% sure.")
    assert world.therapy.plans.in_preparation().get().assignments.get().confidence == 90


def test_the_same_again_takes_two(hand, world):
    hand.page.goto(f"/caseload/{world.therapy.pk}/review/")
    with hand.at_most(2):
        hand.choose("Keep")
        hand.page.locator("#next-homework li").first.wait_for()
        hand.choose("Yes, as it is")
        hand.page.locator("#saved", has_text="Saved at").wait_for()
    carried = world.therapy.plans.in_preparation().get().assignments.get()
    assert carried.carried_from_id == world.assignment.pk


def test_an_answer_takes_one_and_control_and_enter(hand, world):
    logged(world.assignment, world.cleo, note="I rode two.")
    hand.page.goto(f"/caseload/{world.therapy.pk}/")
    with hand.at_most(3):
        hand.open("Answer")
        hand.page.get_by_label("A few words in answer").fill("Two at once!")
        hand.page.keyboard.press("Control+Enter")
        hand.sees("Two at once!")
    assert EntryFeedback.objects.get().text == "Two at once!"
