"""Pages of accounts that somebody has to be led to: a code to scan, words that waited, passkeys."""

from datetime import timedelta

from django.contrib.sessions.models import Session
from django.utils import timezone

from accounts.models import ParkedPost
from tests.browser.conftest import PHONE, SCREEN
from tests.browser.passkeys import add_passkey, holds_keys
from tests.look.axe import assert_accessible


def test_a_new_client_and_the_code_to_scan(open_page, world):
    page = open_page(world.tess, SCREEN)
    page.goto("/caseload/new/")
    page.get_by_label("The client’s name").fill("Nils")
    page.locator("label.chip", has_text="On a phone").click()
    page.locator("label.chip", has_text="No").click()
    page.get_by_role("button", name="Add the client").click()
    page.get_by_text("Hand it over").wait_for()
    assert_accessible(page)


def test_words_of_an_expired_sign_in_are_sent_after_it(open_page, world):
    page = open_page(world.cleo, PHONE)
    page.goto("/me/")
    page.get_by_label("Name").fill("Cleo of the buses")
    Session.objects.update(expire_date=timezone.now() - timedelta(minutes=1))
    page.get_by_role("button", name="Save").click()
    page.get_by_label("E-mail").fill("cleo@example.org")
    page.get_by_label("Password").fill("correct-horse-9")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_text("Cleo of the buses").wait_for()
    assert_accessible(page)
    page.get_by_role("button", name="Send it now").click()
    page.get_by_text("Saved.").wait_for()
    world.cleo.refresh_from_db()
    assert world.cleo.name == "Cleo of the buses" and not ParkedPost.objects.exists()


def test_a_passkey_is_added_and_signs_in(open_page, world):
    page = open_page(world.cleo, PHONE)
    holds_keys(page)
    add_passkey(page, look=assert_accessible)
    assert_accessible(page)
    page.context.clear_cookies()
    page.goto("/accounts/login/")
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url("**/today/")


def test_a_passkey_says_that_it_is_them(open_page, world):
    page = open_page(world.cleo, PHONE)
    holds_keys(page)
    add_passkey(page)
    page.goto("/accounts/2fa/webauthn/reauthenticate/?next=/help/")
    assert_accessible(page)
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url("**/help/")
