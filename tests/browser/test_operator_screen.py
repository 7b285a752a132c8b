"""The operator of the server in their own place: signed in with both steps, one press done.

The place is Django's stock admin: its presses are as small as Django has them.
"""

from io import StringIO

import pytest
from allauth.mfa.totp.internal.auth import generate_totp_secret
from allauth.mfa.utils import encrypt
from django.core.management import call_command

from accounts.models import AuditEvent
from tests.accounts.test_second_factor import code_of
from tests.browser.keys import FAR, Keys
from tests.cast import member_of, person
from tests.look.axe import OPTIONS, assert_accessible, run

PLACE = "/back-room/"


@pytest.fixture
def place(settings):
    settings.ROOT_URLCONF = "tests.accounts.operator_urls"


@pytest.fixture
def olga(world):
    """The operator, with an app for the second step; `secret` is what the app knows."""
    olga, olga.secret = person("olga", is_staff=True), generate_totp_secret()
    olga.authenticator_set.create(type="totp", data={"secret": encrypt(olga.secret)})
    return olga


def sign_in(keys, who, path):
    """By the pages that everybody signs in by."""
    keys.page.goto(path)
    keys.write("E-mail", who.email)
    keys.write("Password", "correct-horse-9")
    keys.page.keyboard.press("Enter")
    keys.page.get_by_role("heading", name="One more step").wait_for()
    assert_accessible(keys.page)
    keys.write("The code", code_of(who.secret))
    keys.page.keyboard.press("Enter")


def findings(page):
    """But for the size of presses, which is Django's. For what its sheets import axe would write
    styles into the page, and our content policy does not let it."""
    found = run(page, {**OPTIONS, "preload": False})
    return [each for each in found if not each.startswith("axe target-size")]


def tab_to(page, thing):
    """Django draws its own rings, and its way past the top slides in."""
    thing.wait_for()
    for _stop in range(FAR):
        page.keyboard.press("Tab")
        if thing.evaluate("e => e === document.activeElement"):
            return
    raise AssertionError(f"{thing} is out of reach.")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_sign_in_is_shut_by_keys_after_both_steps(open_page, world, place, olga, theme):
    keys = Keys(open_page(None, color_scheme=theme))
    sign_in(keys, olga, PLACE)
    keys.page.wait_for_url(f"**{PLACE}")
    assert findings(keys.page) == []
    page = keys.page
    tab_to(page, page.get_by_role("link", name="Users", exact=True))
    page.keyboard.press("Enter")
    page.wait_for_url("**/user/")
    assert findings(page) == []
    tab_to(page, page.get_by_role("link", name=world.cleo.email))
    page.keyboard.press("Enter")
    page.wait_for_url("**/change/")
    assert findings(page) == []
    tab_to(page, page.get_by_role("checkbox"))
    page.keyboard.press("Space")
    tab_to(page, page.get_by_role("button", name="Save", exact=True))
    page.keyboard.press("Enter")
    keys.page.get_by_text("was changed successfully").wait_for()
    world.cleo.refresh_from_db()
    assert not world.cleo.is_active
    assert AuditEvent.objects.filter(actor=olga, action="user.shut").count() == 1


def test_a_lost_second_step_goes_with_the_operators_yes(open_page, world):
    """Ada is the only admin: nobody else of the clinic can say yes."""
    ada = Keys(open_page(world.ada))
    ada.page.goto(f"/clinic/people/{member_of(world.otto, world.harbour).pk}/")
    ada.press("button", "Ask to take it away")
    ada.page.get_by_text("Ask the operator of this server to confirm it.").wait_for()
    assert_accessible(ada.page)
    call_command("reset_second_factor", world.otto.email, "--yes", stdout=StringIO())
    otto = Keys(open_page(None))
    otto.page.goto("/caseload/")
    otto.write("E-mail", world.otto.email)
    otto.write("Password", "correct-horse-9")
    otto.page.keyboard.press("Enter")
    otto.page.wait_for_url("**/2fa/**")
    assert_accessible(otto.page)
    ada.page.reload()
    ada.page.get_by_text("Not set up.").wait_for()
