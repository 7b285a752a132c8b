"""The app lock on a phone: it comes over the page, and what was being written stays behind it."""

import pytest

from accounts.models import AppLock
from tests.browser.conftest import PHONE
from tests.browser.keys import Keys
from tests.browser.passkeys import add_passkey, holds_keys
from tests.browser.stored import of_a_person, stored
from tests.homework.presses import address
from tests.look.axe import assert_accessible

PIN = "2580"


@pytest.fixture
def phone(open_page, world):
    """Cleo's phone with a lock, opened by the PIN."""
    AppLock.set(world.cleo, pin=PIN, minutes=2)
    page = open_page(world.cleo, PHONE)
    page.clock.install()
    page.goto(address("log", world.assignment))
    assert_accessible(page)
    unlock(page)
    # Its scripts count from here on.
    page.get_by_label("What happened?").wait_for()
    page.wait_for_load_state()
    return page


def unlock(page, pin=PIN):
    page.get_by_label("PIN").fill(pin)
    page.get_by_role("button", name="Unlock").click()


def test_untouched_it_hides_and_the_pin_brings_the_words_back(phone):
    words = phone.get_by_label("What happened?")
    words.fill("I sat upstairs")
    phone.clock.fast_forward(130_000)
    phone.get_by_label("PIN").wait_for()
    assert not words.is_visible()
    unlock(phone, "9999")
    phone.get_by_text("This is not the PIN.").wait_for()
    assert_accessible(phone)
    unlock(phone)
    words.wait_for()
    assert words.input_value() == "I sat upstairs"


def test_keys_alone_open_it(open_page, world):
    AppLock.set(world.cleo, pin=PIN, minutes=2)
    keys = Keys(open_page(world.cleo, PHONE))
    keys.page.goto("/goals/")
    keys.page.get_by_role("heading", name="Locked").wait_for()
    assert_accessible(keys.page)
    # The page begins in the field.
    keys.page.keyboard.insert_text(PIN)
    keys.press("button", "Unlock")
    keys.page.get_by_role("heading", name="Take the bus to work").first.wait_for()


def test_one_press_locks(phone):
    phone.get_by_role("button", name="Lock").click()
    phone.get_by_role("heading", name="Locked").wait_for()
    phone.go_back()
    phone.get_by_role("heading", name="Locked").wait_for()


def test_a_passkey_unlocks_and_leads_on(open_page, world):
    page = open_page(world.cleo, PHONE)
    holds_keys(page)
    add_passkey(page)
    AppLock.set(world.cleo, pin=PIN, minutes=2)
    page.goto("/goals/")
    page.get_by_role("heading", name="Locked").wait_for()
    page.get_by_role("link", name="Use a passkey").click()
    page.get_by_role("button", name="Use a passkey").click()
    page.get_by_role("heading", name="Take the bus to work").first.wait_for()
    assert page.url.endswith("/goals/")
    page.goto("/today/")
    page.get_by_role("heading", name="Two buses").wait_for()


def test_five_wrong_pins_end_the_sign_in(open_page, world):
    AppLock.set(world.cleo, pin=PIN, minutes=2)
    page = open_page(world.cleo, PHONE)
    page.goto("/today/")
    for _ in range(4):
        unlock(page, "9999")
        page.get_by_text("This is not the PIN.").first.wait_for()
        page.get_by_label("PIN").clear()
    unlock(page, "9999")
    page.get_by_text("There were five wrong tries").wait_for()
    page.goto("/goals/")
    page.get_by_role("heading", name="Sign in").wait_for()
    assert page.get_by_text("Take the bus to work").count() == 0


def test_behind_a_lock_nothing_lies_on_the_phone(phone, world):
    phone.get_by_label("What happened?").fill("I sat upstairs")
    for path in ("/today/", "/goals/", address("start", world.assignment)):
        phone.goto(path)
        assert of_a_person(stored(phone)) == {}
