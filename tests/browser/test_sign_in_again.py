"""A sign-in runs out while a therapist writes: they sign in again in place, every word stays."""

import pytest
from django.contrib.sessions.models import Session

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


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_window_beside_and_the_question_are_accessible(open_page, world, theme):
    page = open_page(world.tess, color_scheme=theme)
    page.goto("/signed-in-again/")
    assert_accessible(page)
    page.goto(f"/caseload/{world.therapy.pk}/review/")
    Session.objects.all().delete()
    page.get_by_label("Focus, in their words").fill(WORDS)
    page.get_by_role("heading", name="You were signed out").wait_for()
    assert_accessible(page)
