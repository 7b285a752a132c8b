"""Every page of accounts, on the screen it is made for, in both themes, checked by axe."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from accounts.models import AuditEvent, Invitation, ParkedPost
from tests.browser.conftest import PHONE, SCREEN
from tests.browser.passkeys import add_passkey, holds_keys
from tests.cast import member_of
from tests.look.axe import assert_accessible

OUTSIDE = ["/accounts/login/", "/accounts/signup/", "/accounts/password/reset/", "/help/"]
CLIENT = ["/me/", "/me/looked/", "/help/", "/accounts/2fa/", "/accounts/sessions/"]
CLIENT += ["/accounts/email/", "/accounts/password/change/", "/accounts/logout/"]
ADMIN = ["", "people/", "people/new/", "therapies/", "settings/", "audit/?check=1", "health/"]
THEMES = pytest.mark.parametrize("theme", ["light", "dark"])


def walk(page, paths):
    for path in paths:
        assert page.goto(path).ok, path
        assert_accessible(page)


@THEMES
def test_outside(open_page, world, theme):
    walk(open_page(None, PHONE, color_scheme=theme), OUTSIDE)


@THEMES
def test_client(open_page, world, theme):
    AuditEvent.record(world.vera, "therapy.read", world.therapy)
    world.therapy.end(by=world.tess, what_helped="The timetable", whom_to_call="My sister")
    page = open_page(world.cleo, PHONE, color_scheme=theme)
    walk(page, [*CLIENT, f"/me/therapies/{world.therapy.pk}/"])


@THEMES
def test_admin(open_page, world, theme):
    Invitation.send_to_member(
        world.harbour, email="x@example.org", as_admin=True, as_therapist=False, by=world.ada
    )
    page = open_page(world.ada, SCREEN, color_scheme=theme)
    member = member_of(world.otto, world.harbour).pk
    paths = [*ADMIN, "data/", f"people/{member}/", f"therapies/{world.therapy.pk}/"]
    walk(page, [f"/clinic/{path}" for path in paths])
    page.goto(f"/clinic/therapies/{world.therapy.pk}/")
    for summary in page.locator("summary").all()[1:]:
        summary.click()
    assert_accessible(page)


@THEMES
def test_a_new_client_and_the_code_to_scan(open_page, world, theme):
    page = open_page(world.tess, SCREEN, color_scheme=theme)
    walk(page, ["/caseload/new/"])
    page.get_by_label("The client’s name").or_(page.get_by_label("The client's name")).fill("Nils")
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
