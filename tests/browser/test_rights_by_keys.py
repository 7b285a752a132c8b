"""A person's rights over their record, with keys alone."""

import pytest

from accounts.models import User
from records.models import Erasure
from records.reader import record_of
from records.reading import therapies_of
from records.writers.data import in_json
from tests.browser.keys import Keys
from tests.everything import fill


@pytest.fixture
def cleo(open_page, world):
    return Keys(open_page(world.cleo))


def test_a_wish_to_be_erased_is_made_and_taken_back(cleo):
    cleo.page.goto("/me/erasure/")
    cleo.press("button", "Erase it in 7 days")
    cleo.write("Password", "correct-horse-9")
    cleo.page.keyboard.press("Enter")
    cleo.page.get_by_role("heading", name="Your record will be erased").wait_for()
    cleo.press("button", "Keep everything")
    cleo.page.get_by_text("Nothing will be erased.").wait_for()
    assert Erasure.objects.get().undone_at


def test_one_piece_of_a_file_is_brought_along(cleo, world):
    before = fill("before")
    content = in_json(record_of(before.client, therapies_of(before.client)))
    cleo.page.goto("/me/bring/")
    file = {"name": "notes.json", "mimeType": "application/json", "buffer": content}
    cleo.bring("Your copy", file)
    cleo.press("button", "Look into it")
    cleo.tick("goals.end_goal.title")
    cleo.open("What it says: goals.end_goal.title")
    cleo.choose("Who is to read it", "Tess, Harbour")
    cleo.press("button", "Bring it along")
    cleo.page.get_by_role("heading", name="Brought along").wait_for()
    assert world.therapy.brought.get().kind == "goal"


def test_the_new_words_are_read_and_agreed_to(cleo, world):
    User.objects.filter(pk=world.cleo.pk).update(agreed_to=0)
    cleo.page.goto("/goals/")
    cleo.press("link", "Read everything")
    cleo.page.wait_for_url("**/privacy/**")
    cleo.page.go_back()
    cleo.press("button", "Yes, I agree")
    cleo.page.wait_for_url("**/goals/")
