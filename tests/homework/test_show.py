"""The screen turned to the client, and the hour's summary in plain text."""

import pytest

from tests.homework.presses import logged
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


def test_it_shows_the_stairs_and_the_week_that_runs(desk):
    page = desk.read("show-client")
    assert "Take the bus to work" in page and "Wait at the stop" in page
    assert "<mark>Two buses</mark>" in page


def test_it_shows_nothing_of_anybody_else(desk):
    page = desk.read("show-client")
    for word in ("Carl", "Cleo", "Caseload", "Library", "Away", "Tess"):
        assert word not in page


def test_the_week_to_come_is_agreed_on_this_screen(desk):
    desk.draft(when="at nine")
    assert "We agree on this week" in desk.read("show-client")
    response = desk.post("plan-agreement", next=desk.at("show-client"))
    assert response.url == desk.at("show-client") and desk.plan is None


def test_a_way_out_of_this_therapy_is_not_followed(desk):
    desk.draft()
    response = desk.post("plan-agreement", next="https://elsewhere.test/")
    assert response.url == desk.at("summary")


def test_a_supervisor_sees_no_button(desk, signed_in):
    desk.draft()
    desk.client = signed_in(desk.cast.vera)
    assert "We agree on this week" not in desk.read("show-client")


def test_it_costs_the_same_with_more_homework(desk):
    desk.draft()
    few = len(queries_of(desk.client, desk.at("show-client")))
    for number in range(3):
        desk.post("assignment-new", own_words=f"More {number}")
    assert len(queries_of(desk.client, desk.at("show-client"))) == few <= 18


def test_the_summary_says_the_hour_in_plain_text(desk):
    logged(desk.cast.assignment, desk.cast.cleo, note="Kept to myself", private=True)
    desk.decide("keep", feedback="You waited & rode.", insight="Waiting is the step.")
    desk.post("plan-agreement")
    text = desk.get("summary").context["text"]
    assert "- Two buses: 1 practice of 4 planned, one kept private. Decided: Keep" in text
    assert "Answer: You waited & rode." in text and "- Waiting is the step." in text
    assert "Agreed for the week from" in text and "Kept to myself" not in text
    assert "\n\n\n" not in text


def test_the_summary_of_a_week_in_preparation_says_so(desk):
    desk.decide("keep")
    assert "Planned, not agreed yet" in desk.read("summary")


def test_a_therapy_without_anything_has_a_summary_too(desk):
    for plan in desk.cast.therapy.plans.all():
        plan.close("superseded", by=desk.cast.tess)
    desk.cast.session.cancel(by=desk.cast.tess)
    assert "Cleo" in desk.get("summary").context["text"]
    assert "No week is planned yet" in desk.read("show-client")
