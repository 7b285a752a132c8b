"""A sign-in runs out while a therapist writes: they sign in again in place, every word stays."""

import pytest
from django.contrib.sessions.models import Session

from accounts.models import Cover
from homework.models import WeekPlan
from tests.browser.conftest import session_cookie
from tests.look.axe import assert_accessible

WORDS = "One stop more than last week"


@pytest.fixture
def desk(open_page, world):
    page = open_page(world.tess)
    page.goto(f"/caseload/{world.therapy.pk}/review/")
    Session.objects.all().delete()
    page.get_by_label("Focus, in their words").fill(WORDS)
    page.get_by_role("heading", name="You were signed out").wait_for()
    return page


def test_what_was_typed_is_saved_after_signing_in_beside(desk, world, live_server):
    focus = desk.get_by_label("Focus, in their words", exact=True)
    assert focus.input_value() == WORDS
    beside = desk.get_by_role("link", name="Sign in, in a window beside")
    assert beside.get_attribute("href") == "/accounts/login/?next=/signed-in-again/"
    desk.context.add_cookies([session_cookie(world.tess, live_server.url)])
    desk.get_by_role("button", name="I am signed in again").click()
    desk.locator("#saved", has_text="Saved at").wait_for()
    assert focus.input_value() == WORDS
    assert WeekPlan.objects.in_preparation().get(therapy=world.therapy).focus == WORDS


def test_somebody_elses_sign_in_saves_nothing(desk, world, live_server):
    desk.context.add_cookies([session_cookie(world.otto, live_server.url)])
    desk.get_by_role("button", name="I am signed in again").click()
    desk.get_by_role("heading", name="You were signed out").wait_for()
    assert not WeekPlan.objects.in_preparation().filter(therapy=world.therapy).exists()


def test_the_window_beside_and_the_question_are_accessible(open_page, world):
    page = open_page(world.tess)
    page.goto("/signed-in-again/")
    assert_accessible(page)
    page.goto(f"/caseload/{world.therapy.pk}/review/")
    Session.objects.all().delete()
    page.get_by_label("Focus, in their words").fill(WORDS)
    page.get_by_role("heading", name="You were signed out").wait_for()
    assert_accessible(page)


@pytest.mark.parametrize("still", ["nothing", "read"])
def test_who_may_no_longer_write_is_told_so_and_not_to_sign_in(open_page, world, still):
    page = open_page(world.will)
    page.goto(f"/caseload/{world.therapy.pk}/review/")
    cover = world.therapy.covers.get(therapist=world.will)
    cover.end(by=world.tess)
    if still == "read":
        facts = {"kind": still, "ends_at": cover.ends_at, "by": world.tess}
        Cover.grant(therapy=world.therapy, therapist=world.will, **facts)
    page.get_by_label("Focus, in their words").fill(WORDS)
    page.get_by_text("You may no longer write here.").wait_for()
    assert page.get_by_role("heading", name="You were signed out").count() == 0
    assert page.get_by_label("Focus, in their words", exact=True).input_value() == WORDS


def test_a_token_from_before_a_sign_in_elsewhere_is_renewed_unasked(open_page, world):
    page = open_page(world.tess)
    page.goto(f"/caseload/{world.therapy.pk}/review/")
    page.context.clear_cookies(name="csrftoken")
    page.get_by_label("Focus, in their words").fill(WORDS)
    page.locator("#saved", has_text="Saved at").wait_for()
    assert WeekPlan.objects.in_preparation().get(therapy=world.therapy).focus == WORDS


def test_with_too_much_waiting_a_part_of_a_page_is_not_emptied(open_page, world, settings):
    """The builder takes one part of each answer; this answer is a whole page."""
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "parked": "0/h/key"}
    page = open_page(world.tess)
    page.goto("/library/new/")
    page.get_by_label("Title").fill(WORDS)
    page.context.clear_cookies(name="csrftoken")
    page.get_by_role("button", name="One more question").click()
    page.get_by_role("heading", name="Not sent yet").wait_for()
    page.get_by_role("link", name="Help").first.wait_for()
    assert page.get_by_text(WORDS).is_visible()
    assert_accessible(page)
