"""A person's rights over their record, on their phone."""

import pytest

from records.models import Erasure
from records.reader import record_of
from records.reading import therapies_of
from records.writers.data import in_json
from tests.browser.conftest import PHONE
from tests.everything import fill
from tests.look.axe import assert_accessible


@pytest.fixture
def phone(open_page, world):
    return open_page(world.cleo, PHONE)


def test_a_wish_to_be_erased_is_made_and_taken_back(phone, world):
    phone.goto("/me/")
    phone.get_by_role("link", name="Erase my record").click()
    phone.get_by_text("Locked away until").wait_for()
    assert_accessible(phone)
    phone.get_by_role("button", name="Erase it in 7 days").click()
    phone.get_by_label("Password").fill("correct-horse-9")
    phone.keyboard.press("Enter")
    phone.get_by_role("heading", name="Your record will be erased").wait_for()
    assert_accessible(phone)
    phone.get_by_role("button", name="Keep everything").click()
    phone.get_by_text("Nothing will be erased.").wait_for()
    assert Erasure.objects.get().undone_at


def test_a_goal_is_brought_along_from_another_clinic(phone, world):
    before = fill("before")
    content = in_json(record_of(before.client, therapies_of(before.client)))
    phone.goto("/me/bring/")
    assert_accessible(phone)
    phone.get_by_label("Your copy").set_input_files(
        {"name": "notes.json", "mimeType": "application/json", "buffer": content}
    )
    phone.get_by_role("button", name="Look into it").click()
    phone.get_by_text("What do you want to bring along?").wait_for()
    assert_accessible(phone)
    phone.get_by_role("checkbox", name="goals.end_goal.title").check()
    phone.get_by_role("radio", name="Tess, Harbour").check()
    phone.get_by_role("button", name="Bring it along").click()
    phone.get_by_role("heading", name="Brought along").wait_for()
    assert_accessible(phone)
    assert world.therapy.brought.get().kind == "goal"
