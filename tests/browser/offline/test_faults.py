"""What goes wrong on the way, really done: it loses nothing, and nothing arrives twice."""

from contextlib import suppress

import pytest
from playwright.sync_api import Error

from accounts import worker
from homework.models import PracticeEntry
from tests.browser.conftest import PHONE
from tests.browser.offline.line import Line
from tests.browser.offline.outbox import EMPTY, IN_OUTBOX, pill_says
from tests.browser.offline.phone import Phone
from tests.homework.presses import address, logged


@pytest.fixture
def line(live_server):
    line = Line(live_server.thread.port)
    yield line
    line.close()


@pytest.fixture
def far(open_page, own, line):
    """Cleo's own phone, at the other end of a line that can fail."""
    phone = Phone(open_page(own.cleo, PHONE, base_url=line.url))
    phone.context.add_init_script(IN_OUTBOX)
    phone.open_today()
    return phone


def test_a_server_that_freezes_while_saving_makes_one_entry(far, line):
    """It had the press all along; the phone gave up on it and sends it again."""
    line.clear.clear()
    far.press("Done")
    far.page.get_by_text("Saved on this phone. It will be sent when you are back").wait_for()
    pill_says(far, "Waiting to be sent: 1")
    assert not PracticeEntry.objects.exists()
    line.clear.set()
    far.page.evaluate("dispatchEvent(new Event('online'))")
    far.until(EMPTY)
    # To what was sent first, and to what was sent again.
    assert line.answered.acquire(timeout=20) and line.answered.acquire(timeout=20)
    assert PracticeEntry.objects.count() == 1


def test_an_answer_that_was_lost_makes_no_second_entry(far, line):
    """The server has written it down; the line breaks before the phone is told."""
    line.loses_answers = True
    far.press("Done")
    far.page.get_by_text("Saved on this phone.").wait_for()
    assert line.lost and PracticeEntry.objects.count() == 1
    line.loses_answers = False
    far.page.evaluate("dispatchEvent(new Event('online'))")
    far.until(EMPTY)
    assert PracticeEntry.objects.count() == 1


def test_a_tab_killed_in_mid_note_has_the_words_again(phone, own):
    page, url = phone.page, address("log", own.assignment)
    page.goto(url)
    page.locator("[name=note]").fill("Two stops, and th")
    page.get_by_text("Kept at").wait_for()
    with page.expect_event("crash"), suppress(Error):
        page.goto("chrome://crash")
    again = phone.context.new_page()
    again.goto(url)
    assert again.locator("[name=note]").input_value() == "Two stops, and th"


NEWER = """Promise.all([caches.keys(), navigator.serviceWorker.getRegistration()]).then(
  ([names, worker]) => names.some(name => /^static-f[0-9a-f]{12}$/.test(name))
    && !worker.installing && !worker.waiting && worker.active.state === "activated")"""


def test_an_app_updated_while_it_is_open_loses_nothing(outbox, own, monkeypatch):
    outbox.go_offline()
    outbox.press("Done")
    pill_says(outbox, "Waiting to be sent: 1")
    outbox.page.goto(address("log", own.assignment))
    outbox.page.locator("[name=note]").fill("Begun before")
    newer = worker.script().replace('VERSION = "', 'VERSION = "f')
    monkeypatch.setattr(worker, "script", lambda: newer)
    outbox.go_offline(False)
    outbox.page.evaluate("navigator.serviceWorker.getRegistration().then(all => void all.update())")
    outbox.until(NEWER)
    outbox.page.get_by_role("radio", name="Partly").check()
    outbox.press("Save")
    outbox.page.wait_for_url("**/today/?saved=*")
    outbox.until(EMPTY)
    kept = {entry.state: entry.note for entry in PracticeEntry.objects.all()}
    assert kept == {"done": "", "partly": "Begun before"}


def test_two_phones_that_change_one_entry_keep_both_wordings(open_page, own):
    entry = logged(own.assignment, own.cleo, note="As it was first said")
    pages = [open_page(own.cleo, PHONE) for _phone in range(2)]
    for page in pages:
        page.goto(address("entry", entry))
    for page, words in zip(pages, ("Said on the bus", "Said at home"), strict=True):
        page.locator("[name=note]").fill(words)
        page.get_by_role("button", name="Save", exact=True).click()
        page.get_by_text("What it said before").wait_for()
    pages[1].get_by_text("It was changed on another phone meanwhile.").wait_for()
    entry.refresh_from_db()
    assert entry.note == "Said at home"
    before = [wording.words["note"] for wording in entry.wordings.order_by("replaced_at")]
    assert before == ["As it was first said", "Said on the bus"]
