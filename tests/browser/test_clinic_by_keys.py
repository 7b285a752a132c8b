"""An admin's work with keys alone: who comes, who takes over, who lost a phone, who looked."""

import re

import pytest

from accounts.models import AuditEvent, FactorReset, Invitation, Membership
from tests.browser.keys import Keys
from tests.cast import member, member_of, person

TABLE = """name,e-mail,role,therapist,under 18
Maya,maya@example.org,therapist,,
Ines,ines@example.org,client,,no
"""


@pytest.fixture
def ada(open_page, world):
    return Keys(open_page(world.ada))


def test_somebody_is_invited_joins_and_takes_over(ada, open_page, world, mailoutbox):
    ada.page.goto("/clinic/people/new/")
    ada.write("E-mail addresses", "nina@example.org")
    ada.tick("Therapist")
    ada.press("button", "Send the invitations")
    ada.page.get_by_text("nina@example.org").first.wait_for()
    nina = Keys(open_page())
    nina.page.goto(re.search(r"/join/\S+", mailoutbox[-1].body)[0])
    nina.write("Your name", "Nina")
    nina.write("Choose a password", "small-steps-7")
    nina.press("button", "Join")
    nina.page.wait_for_url("**/2fa/**")
    assert Membership.objects.get(user__email="nina@example.org").is_therapist
    ada.page.goto(f"/clinic/therapies/{world.therapy.pk}/")
    ada.open("Hand over to another therapist")
    ada.pick("Therapist", "Nina")
    ada.write("A note for the hand-over", "Cleo knows.")
    ada.press("button", "Hand over")
    ada.page.get_by_text("With Nina").wait_for()
    world.therapy.refresh_from_db()
    assert world.therapy.lead.name == "Nina"


def test_a_table_is_mended_and_sent(ada):
    ada.page.goto("/clinic/people/many/")
    ada.write("Or paste the lines here", TABLE)
    ada.press("button", "Check the lines")
    ada.press("link", "Line 3: Choose their therapist.")
    ada.pick("Therapist of Ines", "Otto")
    ada.press("button", "Check again, then send")
    ada.page.get_by_text("2 invitations are on their way.").wait_for()
    assert Invitation.objects.count() == 2


def test_a_second_step_is_taken_away_by_two(ada, open_page, world):
    abel = person("abel")
    member(abel, world.harbour, is_admin=True)
    ada.page.goto(f"/clinic/people/{member_of(world.otto, world.harbour).pk}/")
    ada.press("button", "Ask to take it away")
    ada.page.get_by_text("Another admin approves it on this page.").wait_for()
    other = Keys(open_page(abel))
    other.page.goto("/clinic/")
    other.press("link", "Look at it")
    other.press("button", "Yes, take it away")
    other.page.get_by_text("Not set up.").wait_for()
    assert FactorReset.objects.get().approved_by == abel


def test_the_trail_of_one_person_and_one_kind_is_found(ada, world):
    AuditEvent.record(world.vera, "therapy.read", world.therapy)
    ada.page.goto("/clinic/audit/")
    ada.pick("About", "Therap")
    ada.pick("By", "Vera")
    ada.press("button", "Show")
    ada.page.wait_for_url("**person=*")
    rows = ada.page.get_by_role("row")
    assert rows.count() == 2 and "Vera" in rows.last.inner_text()
    ada.reach(ada.page.get_by_role("region", name="Audit"))
