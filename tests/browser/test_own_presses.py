"""Each press of a person's own pages, by keys alone, in both themes: how they sign in, their zone,
their calendar, which hat they wear. Where it leads is accessible."""

import re
from urllib.parse import urlsplit

import pytest

from accounts.models import User
from reminders.models import CalendarAddress
from tests.accounts.test_second_factor import code_of
from tests.browser.conftest import PHONE
from tests.browser.keys import Keys
from tests.cast import member
from tests.look.axe import assert_accessible

PASSWORD = "correct-horse-9"


@pytest.fixture
def cleo(open_page, world):
    return Keys(open_page(world.cleo, PHONE))


def seen(keys, words):
    keys.page.get_by_text(words).first.wait_for()
    assert_accessible(keys.page)


def prove(keys):
    """The password once more, where a page asks for it."""
    keys.write("Password", PASSWORD)
    keys.page.keyboard.press("Enter")


def test_the_zone_and_the_name_are_changed(cleo, world):
    cleo.page.goto("/me/zone/")
    cleo.pick("Time zone", "Europe/Berlin")
    cleo.press("button", "Save")
    cleo.page.wait_for_url(lambda url: urlsplit(url).path == "/me/")
    seen(cleo, "Europe/Berlin")
    cleo.reach(cleo.page.get_by_label("Name", exact=True))
    cleo.page.keyboard.press("Control+a")
    cleo.page.keyboard.insert_text("Cleo of the buses")
    cleo.press("button", "Save")
    seen(cleo, "Saved.")
    kept = User.objects.get(pk=world.cleo.pk)
    assert (kept.time_zone, kept.name) == ("Europe/Berlin", "Cleo of the buses")


def test_another_address_is_proved_by_a_code(cleo, world, mailoutbox):
    cleo.page.goto("/accounts/email/")
    cleo.write("New address", "cleo@example.com")
    cleo.press("button", "Change the address")
    prove(cleo)
    cleo.page.get_by_role("heading", name="Look in your e-mail").wait_for()
    assert_accessible(cleo.page)
    sent = next(mail for mail in mailoutbox if mail.to == ["cleo@example.com"])
    cleo.write("The code", re.search(r"^\d{4}-?\d{4}$", sent.body, re.M)[0])
    cleo.press("button", "Go on")
    seen(cleo, "Your e-mail address is confirmed.")
    assert User.objects.get(pk=world.cleo.pk).email == "cleo@example.com"


def test_another_password_signs_out_and_in(cleo, world):
    cleo.page.goto("/accounts/password/change/")
    cleo.write("Your present password", PASSWORD)
    for label in ("New password", "New password, once more"):
        cleo.reach(cleo.page.get_by_label(label, exact=True))
        cleo.page.keyboard.insert_text("small-steps-every-7")
    cleo.press("button", "Save the password")
    cleo.page.get_by_role("heading", name="Sign in").wait_for()
    assert_accessible(cleo.page)
    cleo.write("E-mail", world.cleo.email)
    cleo.write("Password", "small-steps-every-7")
    cleo.page.keyboard.press("Enter")
    cleo.page.get_by_role("heading", name="Today").or_(cleo.page.locator(".bar")).first.wait_for()


def test_a_second_step_is_set_up_and_its_codes_are_shown(cleo, world):
    cleo.page.goto("/accounts/2fa/")
    cleo.press("link", "Set up an app")
    prove(cleo)
    cleo.page.get_by_role("heading", name="Authenticator app").wait_for()
    assert_accessible(cleo.page)
    cleo.open("I cannot scan it")
    secret = cleo.page.locator("details b").inner_text()
    cleo.write("The code", code_of(secret))
    cleo.press("button", "Use this app")
    cleo.page.get_by_role("heading", name="Recovery codes").wait_for()
    assert_accessible(cleo.page)
    assert cleo.page.locator("#codes li").count() == 10
    cleo.press("link", "I have kept them, go on")
    cleo.page.wait_for_url("**/today/")
    assert world.cleo.authenticator_set.filter(type="totp").exists()


def test_a_calendar_is_made_changed_and_switched_off(cleo, world):
    cleo.page.goto("/me/calendar/")
    cleo.press("button", "Make my address")
    seen(cleo, "It is shown this once.")
    first = CalendarAddress.objects.get(user=world.cleo).pk
    cleo.press("button", "Make a new address")
    seen(cleo, "It is shown this once.")
    cleo.press("button", "Switch it off")
    seen(cleo, "Off. Your times can stand in the calendar")
    assert first and not CalendarAddress.objects.filter(user=world.cleo).exists()


def test_who_treats_and_is_treated_goes_from_one_hat_to_the_other(cleo, world):
    member(world.cleo, world.meadow, is_therapist=True)
    cleo.page.goto("/goals/")
    hats = cleo.page.locator(".hats summary")
    cleo.reach(hats)
    cleo.page.keyboard.press("Enter")
    cleo.press("button", "My clients")
    cleo.page.wait_for_url("**/caseload/")
    assert_accessible(cleo.page)
    cleo.reach(hats)
    cleo.page.keyboard.press("Enter")
    cleo.press("button", "My homework")
    cleo.page.wait_for_url("**/today/")
    assert_accessible(cleo.page)
