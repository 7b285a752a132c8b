"""The budget of presses for a client, row by row; joining, row 10, is in test_joining_phone.py."""

import re

import pytest
from django.core import mail
from django.utils import timezone

from homework.models import PracticeEntry
from reminders import engine
from reminders.models import ReminderSlot
from tests.browser.conftest import PHONE
from tests.browser.taps import Taps
from tests.homework.presses import address, logged


@pytest.fixture
def taps(open_page, world):
    """Cleo's finger on Today."""
    taps = Taps(open_page(world.cleo, PHONE))
    taps.page.goto("/today/")
    return taps


def test_done_takes_one(taps):
    with taps.at_most(1):
        taps.press("Done")
        taps.sees("1 practice so far")


def test_done_with_a_rating_takes_two(taps):
    with taps.at_most(2):
        taps.press("Done")
        taps.choose("3")
        taps.sees("See or change what you said")
    assert PracticeEntry.objects.get().difficulty == 3


def test_done_and_whether_it_helped_takes_two(taps):
    with taps.at_most(2):
        taps.press("Done")
        taps.choose("A little")
        taps.sees("Did it help? A little.")
    assert PracticeEntry.objects.get().helped == "a_little"


def test_done_with_a_note_takes_three_and_the_words(taps):
    with taps.at_most(3):
        taps.press("Done")
        taps.open("Add a few words")
        taps.write("What happened?", "I sat upstairs.")
        taps.press("Save")
        taps.sees("See or change what you said")


def test_from_a_reminder_one_press_on_the_page_it_opens(taps, world):
    path = re.search(r"https?://[^/\s]+(/\S*)", reminder(world).body).group(1)
    taps.page.goto(path)
    with taps.at_most(1):
        taps.press("Done")
        taps.sees("1 practice so far")


def reminder(world):
    """The mail of tomorrow's reminder, brought forward to now."""
    world.assignment.remind_at = "18:00"
    world.assignment.save(update_fields=["remind_at"])
    engine.tick()
    now = timezone.now()
    slot = ReminderSlot.objects.open().filter(therapy=world.therapy).earliest("due_at")
    ReminderSlot.objects.filter(pk=slot.pk).update(
        due_at=now - timezone.timedelta(minutes=1), not_after=now + timezone.timedelta(hours=1)
    )
    engine.tick()
    return next(each for each in mail.outbox if each.to == [world.cleo.email])


def test_an_earlier_day_takes_two(taps):
    with taps.at_most(2):
        taps.follow("Yesterday")
        taps.press("Done")
        taps.sees("Saved at")


def test_not_today_takes_one_and_asks_for_no_reason(taps):
    with taps.at_most(1):
        taps.press("Not today")
        taps.sees("Not today. That is an answer too.")


def test_undo_takes_one(taps):
    taps.press("Done")
    with taps.at_most(1):
        taps.page.get_by_role("button", name="Undo").tap()
        taps.sees("Taken back.")


def test_a_correction_later_takes_three(taps, world):
    logged(world.assignment, world.cleo)
    taps.page.goto("/history/")
    with taps.at_most(3):
        taps.page.locator("main a[href*='/history/']").first.tap()
        taps.choose("Partly")
        taps.press("Save")
        taps.sees("Partly,")
    assert PracticeEntry.objects.get().state == "partly"


def test_a_worksheet_takes_a_press_a_step_and_one(taps, world):
    steps = ["What happened?", "What did I think?", "How did I feel?", "What else?", "And now?"]
    asked(world.assignment, steps)
    taps.page.goto("/today/")
    with taps.at_most(len(steps) + 1):
        taps.follow("Fill in its worksheet")
        for step in steps[:-1]:
            kept(taps, step)
        taps.write(steps[-1], "Calmer.")
        taps.press("Done")
        taps.sees("Saved at")
    assert len(PracticeEntry.objects.get().answers) == len(steps)


def test_a_worksheet_is_gone_on_with_in_one(taps, world):
    asked(world.assignment, ["What happened?", "What did I think?"])
    taps.page.goto("/today/")
    taps.follow("Fill in its worksheet")
    kept(taps, "What happened?")
    taps.page.goto("/today/")
    with taps.at_most(1):
        taps.follow("Fill in its worksheet")
        taps.page.get_by_label("What did I think?").wait_for()


def asked(homework, questions):
    homework.prompts = [
        {"key": f"q{number}", "question": question, "kind": "text"}
        for number, question in enumerate(questions)
    ]
    homework.save(update_fields=["prompts"])


def kept(taps, step):
    """One step answered; the draft is kept by the press that goes on."""
    taps.write(step, f"{step} This.")
    with taps.page.expect_response("**/drafts/worksheet/**") as answer:
        taps.follow("Next")
    assert answer.value.ok
    taps.page.get_by_label(step).wait_for(state="hidden")


def test_help_takes_one_from_every_page(taps, world):
    for path in ("/today/", "/goals/", "/me/", address("log", world.assignment)):
        taps.page.goto(path)
        with taps.at_most(1):
            taps.follow("Help")
            taps.sees("020 7946 0111")
