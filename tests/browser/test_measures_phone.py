"""A measure on a phone: radio rows, help at once behind question nine, and what comes of it."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from accounts.models import Draft
from homework.models import GivenMeasure, MeasureResult
from tests.browser.conftest import PHONE, SCREEN
from tests.homework.measures.giving import answered, duty_in
from tests.look.axe import assert_accessible

ALONE = "You do not have to carry it alone."


@pytest.fixture
def given(world):
    duty_in(world)
    return GivenMeasure.give(world.therapy, "phq-9", every_weeks=2, by=world.tess)


@pytest.fixture
def months(world, given):
    """Five answers over as many months; one of them with a question left out."""
    for back, value in zip((150, 120, 90, 60, 30), (3, 2, 2, 1, 1), strict=True):
        left_out = {"4": None} if back == 90 else {}
        result = answered(given, world.cleo, value, **{"9": 0}, **left_out)
        at = timezone.now() - timedelta(days=back)
        MeasureResult.objects.filter(pk=result.pk).update(done_at=at, practice_date=at.date())


@pytest.fixture
def sheet(open_page, world, given):
    page = open_page(world.cleo, PHONE)
    page.goto("/today/")
    page.get_by_role("link", name=given.asks.title).click()
    return page


def answer(page, question, words="Several days"):
    group = page.get_by_role("group", name=question)
    group.get_by_role("radio", name=words, exact=True).check()


def test_from_today_to_the_answers_in_one_page(sheet, given):
    for number in range(1, 9):
        answer(sheet, f"{number}. ")
    answer(sheet, "9. ", "Not at all")
    sheet.get_by_role("button", name="Send to Tess").click()
    expect(sheet.get_by_text("8 of 27 points")).to_be_visible()
    expect(sheet.get_by_text(ALONE)).to_have_count(0)
    assert MeasureResult.objects.get().score == 8 and not Draft.objects.exists()


def test_question_nine_shows_whom_to_call_at_once(sheet):
    help_now = sheet.get_by_text(ALONE)
    expect(help_now).to_be_hidden()
    answer(sheet, "9. ")
    expect(help_now).to_be_visible()
    expect(
        sheet.get_by_role("alert").get_by_role("link", name="Call 020 7946 0111")
    ).to_be_visible()
    answer(sheet, "9. ", "Not at all")
    expect(help_now).to_be_hidden()


def test_it_needs_neither_script_nor_network_for_that(open_page, world, given):
    page = open_page(world.cleo, PHONE, java_script_enabled=False)
    page.goto(f"/questions/{given.pk}/")
    page.context.set_offline(True)
    answer(page, "9. ", "Nearly every day")
    expect(page.get_by_text(ALONE)).to_be_visible()
    page.context.set_offline(False)
    page.get_by_role("button", name="Send to Tess").click()
    expect(page.get_by_text(ALONE)).to_be_visible()
    expect(page.get_by_role("link", name="Call 020 7946 0111")).to_be_visible()


def test_half_an_answer_is_there_again(sheet, open_page, world, given):
    with sheet.expect_response("**/drafts/measure/**"):
        answer(sheet, "9. ")
    again = open_page(world.cleo, PHONE)
    again.goto(f"/questions/{given.pk}/")
    expect(again.get_by_text(ALONE)).to_be_visible()


def test_a_clients_pages_are_for_everybody(open_page, world, given, months):
    page = open_page(world.cleo, PHONE)
    page.goto(f"/questions/{given.pk}/")
    answer(page, "9. ")
    assert_accessible(page)
    page.get_by_role("button", name="Send to Tess").click()
    page.get_by_role("heading", name="What it adds up to").wait_for()
    assert_accessible(page)
    page.goto("/questions/")
    assert_accessible(page)


def test_the_pages_of_staff_are_for_everybody(open_page, world, given, months):
    flag = answered(given, world.cleo).flag
    page = open_page(world.tess, SCREEN)
    for url in ("", "measures/", f"flags/{flag.pk}/"):
        page.goto(f"/caseload/{world.therapy.pk}/{url}")
        assert_accessible(page)
    page.goto(f"/caseload/{world.therapy.pk}/measures/{given.pk}/entering/")
    answer(page, "9. ")
    expect(page.get_by_text("hand this over:")).to_be_visible()
    assert_accessible(page)
    page = open_page(world.ada, SCREEN)
    page.goto("/clinic/measures/")
    assert_accessible(page)


def test_a_therapist_gives_reads_and_answers(open_page, world, given):
    flag = answered(given, world.cleo).flag
    page = open_page(world.tess, SCREEN)
    page.goto("/caseload/")
    expect(page.get_by_text("that nobody has answered yet")).to_be_visible()
    page.goto(f"/caseload/{world.therapy.pk}/")
    page.get_by_role("link", name="See it and answer").click()
    page.get_by_label("What was done").fill("I rang her. We meet tomorrow.")
    page.get_by_role("button", name="Answer the flag").click()
    expect(page.get_by_text("Kept, with your name and the time.")).to_be_visible()
    expect(page.get_by_role("link", name="See it and answer")).to_have_count(0)
    flag.refresh_from_db()
    assert flag.answered_by == world.tess
    page.get_by_role("link", name="Measures").click()
    page.get_by_role("radio", name="GAD-7").check()
    page.get_by_role("radio", name="Every 4 weeks").check()
    page.get_by_role("button", name="Give").click()
    expect(page.get_by_text("Given. It stands on Today from now on.")).to_be_visible()
