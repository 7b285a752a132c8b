"""A measure without a network: help at once, the answers wait, and the flag is raised later."""

import pytest
from playwright.sync_api import expect

from homework.models import Flag, GivenMeasure, MeasureResult
from tests.browser.offline.outbox import EMPTY, pill_says
from tests.homework.measures.giving import duty_in

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
