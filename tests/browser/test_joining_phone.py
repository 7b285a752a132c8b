"""From the link to the first logged practice: six presses and two fields at most."""

import pytest

from accounts.models import Invitation, Therapy, User
from homework.models import PracticeEntry
from tests.browser.conftest import PHONE
from tests.cast import agreed_plan
from tests.look.axe import assert_accessible


@pytest.fixture
def invitation(world):
    """Nils was in the room when the week was agreed; now he gets a link."""
    therapy = Therapy.begin(
        clinic=world.harbour, lead=world.tess, client_name="Nils Berg", by=world.tess
    )
    agreed_plan(therapy, world.tess, "Ask one question")
    return Invitation.send_to_client(therapy, email="nils@example.org", by=world.tess)


class Hand:
    """Presses and fields, counted."""

    def __init__(self, page):
        self.page, self.presses, self.fields = page, 0, 0

    def press(self, thing):
        thing.click()
        self.presses += 1

    def fill(self, label, text):
        self.page.get_by_label(label).fill(text)
        self.fields += 1

    def answer(self, question, answer):
        group = self.page.get_by_role("group", name=question)
        self.press(group.locator("label.chip", has_text=answer))


@pytest.mark.parametrize("way", ["mail_path", "link_path"])
def test_joining_takes_six_presses_and_two_fields(open_page, invitation, way):
    page = open_page(None, PHONE)
    hand = Hand(page)
    page.goto(getattr(invitation, way)())  # The press on the link, or none with the code.
    hand.presses += 1
    if way == "link_path":
        hand.fill("E-mail", "nils@example.org")
    hand.fill("Choose a password", "small-steps-7")
    hand.answer("Is this your own", "Yes")
    hand.answer("Does somebody else", "No")
    hand.press(page.get_by_label("I agree to this"))
    hand.press(page.get_by_role("button", name="Join"))
    hand.press(page.get_by_role("button", name="Done", exact=True))
    page.get_by_text("1 practice so far").wait_for()
    assert PracticeEntry.objects.get().therapy.client.email == "nils@example.org"
    assert hand.presses <= 6 and hand.fields <= 2
    assert User.objects.get(email="nils@example.org").time_zone == "Europe/London"


def test_the_page_is_for_everybody(open_page, invitation):
    page = open_page(None, PHONE)
    page.goto(invitation.link_path())
    assert_accessible(page)
    page.get_by_role("button", name="Join").click()
    page.get_by_text("There is a problem").wait_for()
    assert_accessible(page)
