"""A passkey as the whole sign-in, and what was wrong with those once (django-allauth)."""

import json

import pytest

from tests.browser.conftest import PHONE
from tests.browser.passkeys import add_passkey, holds_keys

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def phone(open_page, world):
    """Cleo's phone with her passkey; she is signed out."""
    page = open_page(world.cleo, PHONE)
    page.verifies = holds_keys(page)
    add_passkey(page)
    sign_out(page)
    return page


def sign_out(page):
    page.context.clear_cookies()
    page.goto("/accounts/login/")


def by_password(page, person):
    page.get_by_label("E-mail").fill(person.email)
    page.get_by_label("Password").fill("correct-horse-9")
    page.get_by_role("button", name="Sign in").click()


def test_it_leads_to_where_one_was_going(phone):
    phone.goto("/accounts/login/?next=/signed-in-again/")
    phone.get_by_role("button", name="Use a passkey").click()
    phone.wait_for_url("**/signed-in-again/")


def test_it_is_a_second_step_after_a_password_too(phone, world):
    by_password(phone, world.cleo)
    phone.get_by_role("heading", name="One more step").wait_for()
    phone.get_by_role("button", name="Use a passkey").click()
    phone.wait_for_url("**/today/")


def test_a_phone_that_refuses_does_not_leave_its_owner_waiting(phone):
    phone.verifies(False)
    phone.get_by_role("button", name="Use a passkey").click()
    phone.get_by_role("alert").get_by_text("Try once more, or use another way.").wait_for()


def test_one_whose_phone_does_not_know_its_owner_signs_nobody_in(phone):
    """65.21.1: not every flow asked for finger, face or PIN. Here the page does not ask either,
    as whoever holds a stolen phone would have it; the server does."""

    def ask_for_less(route):
        answer = route.fetch()
        told = answer.json()
        told["request_options"]["publicKey"]["userVerification"] = "discouraged"
        route.fulfill(response=answer, body=json.dumps(told))

    phone.verifies(False)
    phone.route(
        "**/2fa/webauthn/login/",
        lambda route: ask_for_less(route) if route.request.method == "GET" else route.continue_(),
    )
    phone.get_by_role("button", name="Use a passkey").click()
    phone.get_by_text("This passkey did not work.").wait_for()
    phone.goto("/today/")
    phone.get_by_role("heading", name="Sign in").wait_for()


def test_one_that_was_removed_here_is_said_to_be_unknown(phone, world):
    world.cleo.authenticator_set.filter(type="webauthn").delete()
    phone.get_by_role("button", name="Use a passkey").click()
    phone.get_by_text("It may not be known here any more: use another way.").wait_for()


def test_a_closed_account_leaves_no_key_to_the_next_person(phone, world):
    """65.21.0: its passkey counted as the second step of whoever signed in next."""
    world.cleo.is_active = False
    world.cleo.save(update_fields=["is_active"])
    phone.get_by_role("button", name="Use a passkey").click()
    phone.get_by_role("heading", name="This sign-in is closed").wait_for()
    phone.goto("/accounts/login/")
    by_password(phone, world.tess)
    phone.get_by_role("heading", name="One more step").wait_for()
