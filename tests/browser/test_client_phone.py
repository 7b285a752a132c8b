"""A client's week on a phone: one press, Undo, a few words, yesterday, and the plan."""

from datetime import timedelta

import pytest

from homework.models import PracticeEntry
from homework.practice_day import practice_today
from tests.browser.conftest import PHONE
from tests.browser.offline.test_others import sign_in
from tests.cast import proposed_plan
from tests.homework.presses import address, logged
from tests.look.axe import assert_accessible


@pytest.fixture
def phone(open_page, world):
    """Cleo's phone, on Today."""
    page = open_page(world.cleo, PHONE)
    page.goto("/today/")
    return page


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def test_one_press_logs_and_undo_takes_it_back(phone, world):
    press(phone, "Done")
    phone.get_by_text("1 practice so far, 4 planned").wait_for()
    entry = PracticeEntry.objects.get()
    assert (entry.state, entry.zone) == ("done", "Europe/London")
    phone.get_by_role("button", name="Undo").click()
    phone.get_by_text("Taken back.").wait_for()
    phone.get_by_role("button", name="Put it back").click()
    phone.get_by_text("1 practice so far, 4 planned").wait_for()
    assert PracticeEntry.objects.get().withdrawn_at is None


def test_the_second_press_says_how_hard_it_was(phone):
    press(phone, "Partly")
    phone.get_by_text("Partly. It counts.").wait_for()
    phone.locator("label.chip", has_text="3").click()
    phone.get_by_text("How hard it was: 3 of 4.").wait_for()
    assert PracticeEntry.objects.get().difficulty == 3
    phone.get_by_label("What happened?").fill("I sat upstairs.")
    press(phone, "Save")
    phone.get_by_role("textbox").wait_for(state="detached")
    assert PracticeEntry.objects.get().note == "I sat upstairs."


def test_not_today_takes_its_reason_in_one_more_press(phone):
    press(phone, "Not today")
    phone.locator("label.chip", has_text="I was too tired").click()
    phone.get_by_text("In the way: I was too tired.").wait_for()
    assert PracticeEntry.objects.get().obstacle == "tired"


def test_a_keyboard_walks_through_the_numbers_and_saves_by_save(phone):
    press(phone, "Done")
    phone.get_by_label("0", exact=True).focus()
    for _number in range(3):
        phone.keyboard.press("ArrowRight")
    phone.get_by_role("button", name="Save").press("Enter")
    phone.get_by_text("How hard it was: 3 of 4.").wait_for()
    assert PracticeEntry.objects.get().corrected_at is None


def test_a_usual_place_is_filled_in_by_one_press_and_kept(phone, world):
    logged(world.assignment, world.cleo, where="Bus 12")
    phone.goto(address("log", world.assignment))
    press(phone, "Bus 12")
    assert phone.get_by_label("Where were you?").input_value() == "Bus 12"
    phone.get_by_text("Kept at").wait_for()


def test_a_few_words_are_kept_while_they_are_written(phone):
    press(phone, "Done")
    phone.get_by_text("Add a few words").click()
    phone.get_by_label("What happened?").fill("I sat upst")
    phone.get_by_text("Kept at").wait_for()
    phone.goto("/today/")
    phone.get_by_text("Go on with what you began to write").click()
    assert phone.get_by_label("What happened?").input_value() == "I sat upst"


def test_signed_out_meanwhile_nothing_is_lost(phone, world):
    """Where nobody knows whose press it is, the page keeps it and says how to go on."""
    phone.context.clear_cookies(name="sessionid")
    press(phone, "Done")
    phone.get_by_text("You are signed out. What you wrote is still here.").wait_for()
    phone.goto("/help/")
    assert not PracticeEntry.objects.exists()


def test_words_of_a_form_signed_out_meanwhile_are_sent_after_the_next_sign_in(phone, world):
    phone.goto(address("log", world.assignment))
    phone.get_by_role("radio", name="Done").check()
    phone.get_by_label("What happened?").fill("I sat upstairs.")
    phone.context.clear_cookies(name="sessionid")
    press(phone, "Save")
    phone.get_by_text("I sat upstairs.").wait_for()
    assert_accessible(phone)
    with phone.expect_popup() as beside:
        phone.get_by_role("link", name="First: sign in, in a new window").click()
    sign_in(beside.value, world.cleo.email)
    press(phone, "Then: send it from here")
    press(phone, "Send it now")
    phone.wait_for_url("**/today/*")
    assert PracticeEntry.objects.get().note == "I sat upstairs."


def test_yesterday_takes_two_presses(phone, world):
    phone.get_by_role("link", name="Yesterday").click()
    press(phone, "Done")
    phone.get_by_text("Saved at").wait_for()
    yesterday = practice_today(world.cleo.zone) - timedelta(days=1)
    assert PracticeEntry.objects.get().practice_date == yesterday


def test_what_got_in_the_way_is_asked_only_where_something_did(phone, world):
    phone.goto(address("log", world.assignment))
    obstacle = phone.get_by_text("What got in the way?")
    assert not obstacle.is_visible()
    hard = phone.get_by_text("How hard was it?")
    phone.locator("label.chip", has_text="Not today").click()
    assert obstacle.is_visible() and not hard.is_visible()
    phone.locator("label.chip", has_text="Done").click()
    assert not obstacle.is_visible() and hard.is_visible()


@pytest.fixture
def plan(world):
    return proposed_plan(world.therapy, world.tess)


def to_how_sure(phone):
    """Two presses on: said back, then what might get in the way."""
    for _part in range(2):
        phone.get_by_role("link", name="Next").click()


def test_one_new_homework_is_agreed_in_five_presses(phone, world, plan):
    phone.goto("/today/")
    phone.get_by_role("link", name="Look at the plan").click()
    to_how_sure(phone)
    phone.locator("label.chip", has_text="90").click()
    press(phone, "I agree")
    phone.get_by_text("Agreed. This is your plan now.").wait_for()
    assert plan.assignments.get().confidence == 90


def test_without_a_script_a_plan_is_agreed_on_one_page(open_page, world, plan):
    page = open_page(world.cleo, PHONE, java_script_enabled=False)
    page.goto(address("agree", plan))
    page.get_by_role("link", name="All of it on one page").click()
    press(page, "I agree")
    page.get_by_text("Agreed. This is your plan now.").wait_for()


def test_less_than_sure_is_offered_something_smaller(phone, world, plan):
    phone.goto("/today/")
    phone.get_by_role("link", name="Look at the plan").click()
    smaller = phone.get_by_role("button", name="Make it smaller")
    to_how_sure(phone)
    assert not smaller.is_visible()
    phone.locator("label.chip", has_text="70").click()
    smaller.click()
    phone.get_by_text("You asked for a change.").wait_for()
    to_how_sure(phone)
    press(phone, "I agree")
    phone.get_by_text("Agreed. This is your plan now.").wait_for()
    assert phone.get_by_role("heading", name="Ask the driver").is_visible()


def test_without_a_script_everything_can_still_be_said(open_page, world):
    page = open_page(world.cleo, PHONE, java_script_enabled=False)
    page.goto("/today/")
    press(page, "Done")
    page.get_by_text("Add a few words").click()
    page.get_by_label("What happened?").fill("I sat upstairs.")
    press(page, "Save")
    assert page.get_by_text("See or change what you said").is_visible()
    assert PracticeEntry.objects.get().note == "I sat upstairs."


def test_a_plan_that_waits_alone_can_be_read_by_everybody(open_page, world, plan):
    world.plan.close("superseded", by=world.tess)
    page = open_page(world.cleo, PHONE)
    page.goto("/today/")
    page.get_by_role("link", name="Look at the plan").wait_for()
    assert_accessible(page)


def test_a_card_is_usable_after_each_press_and_when_something_is_wrong(phone, world):
    for name in ("Not today", "Done"):
        press(phone, name)
        phone.get_by_role("button", name="Undo").wait_for()
        assert_accessible(phone)
        phone.get_by_role("button", name="Undo").click()
        phone.get_by_text("Taken back.").wait_for()
        assert_accessible(phone)
    phone.goto(address("log", world.assignment))
    press(phone, "Save")
    assert phone.title() == "Error: Write it down"
    assert_accessible(phone)
