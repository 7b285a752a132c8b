"""Signing in with each way there is, on a phone and without a mouse, in both themes."""

import re

from allauth.mfa.totp.internal.auth import generate_totp_secret
from allauth.mfa.utils import encrypt
from allauth.usersessions.models import UserSession

from tests.accounts.test_second_factor import code_of
from tests.browser.conftest import PHONE, SCREEN
from tests.browser.test_keyboard_run import tab_to
from tests.look.axe import assert_accessible

FOUNDED = {
    "Your name": "Nora Berg",
    "Name of the clinic": "Linden Street",
    "E-mail": "nora@example.org",
    "Password": "small-steps-7",
}


def write(page, words):
    page.keyboard.insert_text(words)


def press(page, words):
    tab_to(page, words)
    page.keyboard.press("Enter")


def test_a_client_by_six_figures_from_a_mail(open_page, world, mailoutbox):
    page = open_page(None, PHONE)
    page.goto("/accounts/login/?next=/goals/")
    press(page, "Get a code by e-mail")
    page.get_by_role("heading", name="A code by e-mail").wait_for()
    assert_accessible(page)
    tab_to(page, "E-mail")
    write(page, world.cleo.email)
    press(page, "Send a code")
    page.get_by_role("heading", name="Look in your e-mail").wait_for()
    assert_accessible(page)
    tab_to(page, "The code")
    write(page, "000000")
    press(page, "Go on")
    page.get_by_role("alert").first.wait_for()
    assert_accessible(page)
    tab_to(page, "The code")
    page.keyboard.press("Control+a")
    write(page, re.search(r"^\d{6}$", mailoutbox[-1].body, re.M)[0])
    press(page, "Go on")
    page.wait_for_url("**/goals/")


def test_a_therapist_by_password_and_app(open_page, world):
    secret = generate_totp_secret()
    world.tess.authenticator_set.update(data={"secret": encrypt(secret)})
    page = open_page(None, SCREEN)
    page.goto("/accounts/login/")
    tab_to(page, "E-mail")
    write(page, world.tess.email)
    tab_to(page, "Password")
    write(page, "correct-horse-9")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="One more step").wait_for()
    assert_accessible(page)
    tab_to(page, "The code")
    write(page, code_of(secret))
    page.keyboard.press("Enter")
    page.wait_for_url("**/caseload/")


def test_a_forgotten_password_is_replaced(open_page, world, mailoutbox):
    page = open_page(None, PHONE)
    page.goto("/accounts/login/")
    press(page, "I forgot my password")
    page.get_by_role("heading", name="A new password").wait_for()
    tab_to(page, "E-mail")
    write(page, world.cleo.email)
    press(page, "Send a code")
    page.get_by_role("heading", name="Look in your e-mail").wait_for()
    assert_accessible(page)
    tab_to(page, "The code")
    write(page, code_in(mailoutbox[-1]))
    press(page, "Go on")
    page.get_by_role("button", name="Save the password").wait_for()
    assert_accessible(page)
    for _field in range(2):
        tab_to(page, "New ")
        write(page, "another-horse-7")
    press(page, "Save the password")
    page.get_by_role("heading", name="Your new password is saved").wait_for()
    world.cleo.refresh_from_db()
    assert world.cleo.check_password("another-horse-7")


def test_a_clinic_is_founded(open_page, world, mailoutbox):
    page = open_page(None, SCREEN)
    page.goto("/accounts/signup/")
    for label, words in FOUNDED.items():
        tab_to(page, label)
        write(page, words)
    press(page, "Go on")
    page.get_by_role("heading", name="Look in your e-mail").wait_for()
    assert_accessible(page)
    tab_to(page, "The code")
    write(page, code_in(mailoutbox[-1]))
    press(page, "Go on")
    page.wait_for_url("**/2fa/**")


def code_in(mail):
    return re.search(r"^\d{4}-?\d{4}$", mail.body, re.M)[0]


def test_a_lost_phone_is_signed_out(open_page, world):
    page = open_page(world.cleo, PHONE)
    UserSession.objects.create(
        user=world.cleo, session_key=open_and_kept(world.cleo), ip="192.0.2.1", user_agent="Firefox"
    )
    page.goto("/accounts/sessions/")
    assert_accessible(page)
    press(page, "Sign out there")
    page.get_by_text("That device is signed out.").wait_for()
    assert_accessible(page)


def open_and_kept(person):
    from django.test import Client

    window = Client()
    window.force_login(person)
    return window.session.session_key
