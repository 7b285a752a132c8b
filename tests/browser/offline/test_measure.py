"""A measure without a network: help at once, the answers wait, and the flag is raised later."""

import pytest
from playwright.sync_api import expect

from homework.models import Flag, GivenMeasure, MeasureResult
from tests.browser.conftest import SCREEN
from tests.browser.offline.outbox import EMPTY, pill_says
from tests.homework.measures.giving import duty_in
from tests.look.axe import assert_accessible

ALONE = "You do not have to carry it alone."


@pytest.fixture
def given(own):
    """Before the phone keeps its week."""
    duty_in(own)
    return GivenMeasure.give(own.therapy, "phq-9", every_weeks=1, by=own.tess)


def test_without_a_network_help_is_there_and_the_flag_comes_with_the_answers(given, outbox):
    page = outbox.page
    outbox.go_offline()
    page.goto("/today/")
    page.get_by_role("link", name=given.asks.title).click()
    nine = page.get_by_role("group", name="9. ")
    nine.get_by_role("radio", name="Several days").check()
    expect(page.get_by_text(ALONE)).to_be_visible()
    outbox.press("Send to Tess")
    pill_says(outbox, "Waiting to be sent: 1")
    assert not MeasureResult.objects.exists()
    outbox.go_offline(False)
    outbox.until(EMPTY)
    assert MeasureResult.objects.get().answers["9"] == 1 and Flag.objects.count() == 1


def test_ended_meanwhile_somebody_still_looks_at_the_flagged_answer(given, outbox, own, open_page):
    phone = outbox.page
    outbox.go_offline()
    phone.goto(f"/questions/{given.pk}/")
    phone.get_by_role("group", name="9. ").get_by_role("radio", name="Several days").check()
    outbox.press("Send to Tess")
    pill_says(outbox, "Waiting to be sent: 1")
    own.therapy.end(by=own.tess)
    outbox.go_offline(False)
    outbox.until(EMPTY)
    desk = open_page(own.tess, SCREEN)
    desk.goto("/caseload/")
    desk.get_by_role("link", name="See it and answer").click()
    expect(desk.get_by_text("This therapy ended on")).to_be_visible()
    assert_accessible(desk)
    phone.goto("/today/")
    phone.get_by_role("link", name="Who looks, and whom to call").click()
    expect(phone.get_by_text(ALONE)).to_be_visible()
    expect(phone.get_by_text("Tess can see it")).to_be_visible()
    assert_accessible(phone)
    desk.get_by_label("What was done").fill("I rang her.")
    desk.get_by_role("button", name="Answer the flag").click()
    expect(desk.get_by_text("Kept, with your name and the time.")).to_be_visible()
    phone.reload()
    expect(phone.get_by_text("Tess looked at one answer of yours")).to_be_visible()
