"""The words changed: one calm page on the phone, and what was being sent comes after it."""

from accounts import privacy
from accounts.models import User
from tests.browser.conftest import PHONE
from tests.look.axe import assert_accessible


def test_a_client_reads_what_is_new_agrees_and_goes_on(open_page, world):
    User.objects.filter(pk=world.cleo.pk).update(agreed_to=0)
    phone = open_page(world.cleo, PHONE)
    phone.goto("/goals/")
    phone.get_by_role("heading", name="Do you still agree?").wait_for()
    assert_accessible(phone)
    phone.get_by_role("link", name="Read everything").click()
    phone.get_by_role("heading", name="Privacy in plain words").wait_for()
    phone.go_back()
    phone.get_by_role("button", name="Yes, I agree").click()
    phone.wait_for_url("**/goals/")
    phone.goto("/me/#seen")
    phone.get_by_text(f"You agreed to version {privacy.VERSION} on").wait_for()
    assert_accessible(phone)


def test_who_would_rather_not_finds_the_way_out(open_page, world):
    User.objects.filter(pk=world.cleo.pk).update(agreed_to=0)
    phone = open_page(world.cleo, PHONE)
    phone.goto("/today/")
    phone.get_by_role("link", name="Take everything with me").click()
    phone.wait_for_url("**/me/export/")
    phone.goto("/today/")
    phone.get_by_role("link", name="Sign out").click()
    phone.get_by_role("button", name="Sign out").click()
    phone.wait_for_url("**/")
