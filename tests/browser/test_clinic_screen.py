"""The clinic's pages at an admin's desk and on a phone."""

import pytest
from django.utils import timezone

from accounts.models import FactorReset, Invitation, Therapy
from tests.browser.conftest import PHONE, SCREEN
from tests.cast import member, member_of, person
from tests.look.axe import assert_accessible

DEVICES = pytest.mark.parametrize("device", [SCREEN, PHONE], ids=["screen", "phone"])
TABLE = """name,e-mail,role,therapist,under 18
Maya,maya@example.org,therapist,,
Ines,ines@example.org,client,,no
"""


def no_wider_than(page):
    width = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width[0] <= width[1], page.url


@DEVICES
def test_many_are_looked_at_and_then_invited(open_page, world, device):
    page = open_page(world.ada, device)
    page.goto("/clinic/people/many/")
    assert_accessible(page)
    page.get_by_label("Or paste the lines here").fill(TABLE)
    page.get_by_role("button", name="Check the lines").click()
    page.get_by_role("link", name="Line 3: Choose their therapist.").wait_for()
    assert_accessible(page)
    no_wider_than(page)
    page.get_by_label("Therapist of Ines").select_option(label="Otto")
    page.get_by_role("button", name="Check again, then send").click()
    page.get_by_text("2 invitations are on their way.").wait_for()
    assert Invitation.objects.count() == 2
    assert Therapy.objects.get(client=None).lead == world.otto


def test_a_second_step_is_taken_away_by_two(open_page, world):
    abel = person("abel")
    member(abel, world.harbour, is_admin=True)
    page = open_page(world.ada, SCREEN)
    page.goto(f"/clinic/people/{member_of(world.otto, world.harbour).pk}/")
    page.get_by_role("button", name="Ask to take it away").click()
    page.get_by_text("Another admin approves it on this page.").wait_for()
    other = open_page(abel, SCREEN)
    other.goto("/clinic/")
    assert_accessible(other)
    other.get_by_role("link", name="Look at it").click()
    other.get_by_role("button", name="Yes, take it away").click()
    other.get_by_text("Not set up.").wait_for()
    assert_accessible(other)
    assert FactorReset.objects.get().approved_by == abel


@DEVICES
def test_a_therapy_is_found_paused_and_its_consent_written_down(open_page, world, device):
    page = open_page(world.ada, device)
    page.goto("/clinic/therapies/")
    page.get_by_label("A name").fill("cle")
    page.get_by_label("A name").press("Enter")
    page.get_by_text("With “cle” in the name:").wait_for()
    assert_accessible(page)
    no_wider_than(page)
    page.get_by_role("link", name="Cleo").click()
    page.get_by_role("button", name="Pause it").click()
    page.get_by_role("button", name="Go on").wait_for()
    page.locator("summary", has_text="Change it").click()
    page.locator("label.chip", has_text="Yes").click()
    page.get_by_label("who has consented?").fill("Her mother")
    again = timezone.localdate().replace(year=timezone.localdate().year + 1)
    page.get_by_label("when is consent asked again?").fill(again.isoformat())
    assert_accessible(page)
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Her mother has consented.").wait_for()
    no_wider_than(page)
    page.get_by_role("link", name="Who looked and who did what").click()
    page.get_by_text("What was done with the pages of Cleo").wait_for()
    assert_accessible(page)
    no_wider_than(page)


def test_the_audit_is_taken_as_a_table(open_page, world):
    page = open_page(world.ada, SCREEN)
    page.goto("/clinic/audit/?kind=therapy")
    with page.expect_download() as download:
        page.get_by_role("link", name="As a table (CSV)").click()
    assert download.value.suggested_filename.startswith("audit-")
    page.goto("/clinic/audit/?check=1")
    assert_accessible(page)


def test_on_a_phone_who_is_with_whom_stands_in_sight(open_page, world):
    world.cleo.email = "cleo.with.a.long.name@mailbox.example.org"
    world.cleo.save(update_fields=["email"])
    page = open_page(world.ada, PHONE)
    page.goto("/clinic/therapies/")
    assert_in_sight(page.get_by_role("columnheader", name="Since"))
    page.goto("/clinic/people/")
    assert_in_sight(page.get_by_role("columnheader", name="Second step"))
    page.goto("/clinic/audit/")
    assert_in_sight(page.get_by_role("columnheader", name="Client"))


def assert_in_sight(header):
    box = header.bounding_box()
    assert box["x"] + box["width"] <= PHONE["viewport"]["width"]


def test_the_clinics_pages_stand_in_the_top_line(open_page, world):
    page = open_page(world.ada, PHONE)
    page.goto("/clinic/people/")
    links = page.get_by_role("navigation", name="Main").get_by_role("link")
    lines = {link.bounding_box()["y"] for link in links.all()}
    assert len(links.all()) == 7 and len(lines) == 2
    page.get_by_role("link", name="Health").click()
    assert page.get_by_role("link", name="Health").get_attribute("aria-current") == "page"


def test_hidden_words_leave_a_button_even(open_page, world):
    Invitation.send_to_member(
        world.harbour, email="x@example.org", as_admin=True, as_therapist=False, by=world.ada
    )
    page = open_page(world.ada)
    page.goto("/clinic/people/")
    button = page.get_by_role("button", name="Send again")
    width = "button => button.getBoundingClientRect().width"
    beside = button.evaluate(width)
    button.evaluate("button => button.querySelector('.hidden-text').remove()")
    button.evaluate("button => button.replaceChildren(button.textContent.trim())")
    assert button.evaluate(width) == pytest.approx(beside, abs=0.1)
