"""Half-written without a network: it waits on the phone, and is there again."""

from contextlib import suppress

import pytest
from playwright.sync_api import Error

from accounts.models import Draft
from homework.models import PracticeEntry
from tests.browser.offline.outbox import EMPTY, NOTE, pill_says
from tests.homework.presses import address


@pytest.fixture
def begun(outbox, own):
    """Half a note, without a network."""
    outbox.go_offline()
    outbox.page.goto(address("log", own.assignment))
    outbox.page.locator("[name=note]").fill(NOTE)
    outbox.page.get_by_text("Kept at").wait_for()
    return outbox


def test_a_tab_killed_without_a_network_has_the_words_again(begun, own):
    with begun.page.expect_event("crash"), suppress(Error):
        begun.page.goto("chrome://crash")
    begun.page.close()
    begun.page = begun.context.new_page()
    begun.page.goto(address("log", own.assignment))
    begun.until(f"document.querySelector('[name=note]').value === '{NOTE}'")
    begun.go_offline(False)
    begun.until(EMPTY)
    assert Draft.objects.get().answers["note"] == NOTE


def test_it_is_sealed_and_not_counted_as_waiting(begun):
    kept = begun.page.evaluate("async () => JSON.stringify(await in_outbox())")
    assert "/drafts/" in kept and "bridge" not in kept
    assert begun.page.get_by_text("Waiting to be sent").count() == 0


def test_saved_it_is_a_draft_no_more(begun):
    begun.page.get_by_role("radio", name="Done").check()
    begun.press("Save")
    pill_says(begun, "Waiting to be sent: 1")
    begun.until("in_outbox().then(all => all.length === 1)")
    begun.go_offline(False)
    begun.until(EMPTY)
    assert PracticeEntry.objects.get().note == NOTE and not Draft.objects.exists()
