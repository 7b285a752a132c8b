"""Everything a client wrote: by week, with who can read it, paged by key."""

from datetime import timedelta

import pytest
from django.utils import timezone

from goals.models import GoalRating
from homework.models import EntryFeedback, Review, WeekPlan, WeekReport
from tests.homework.presses import address, logged
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def history(cast, client):
    client.force_login(cast.cleo)
    return lambda query="": client.get(f"/history/{query}").content.decode()


def test_each_entry_says_who_can_read_it(cast, history):
    logged(cast.assignment, cast.cleo, note="I waited.")
    logged(cast.assignment, cast.cleo, private=True)
    logged(cast.assignment, cast.cleo).withdraw(by=cast.cleo)
    page = history()
    assert "I waited." in page and "Tess can see this. Not opened yet." in page
    assert "Only you can see this." in page and "You took this back." in page


def test_corrections_answers_and_readings_are_told(cast, history):
    entry = logged(cast.assignment, cast.cleo)
    entry.correct(by=cast.cleo, note="Better said")
    EntryFeedback.give(entry, "Well waited.", by=cast.tess)
    entry.opened_at = timezone.now()
    entry.save(update_fields=["opened_at"])
    page = history()
    assert "Changed once." in page and "Tess wrote a few words." in page and "Read on" in page


def test_an_answer_is_of_whoever_gave_it(cast, history):
    EntryFeedback.give(logged(cast.assignment, cast.cleo), "Well waited.", by=cast.will)
    page = history()
    assert "Will wrote a few words." in page and "Tess wrote" not in page


def test_pages_follow_each_other_without_a_gap_or_a_double(cast, history):
    now = timezone.now()
    for back in range(65):
        logged(
            cast.assignment, cast.cleo, done_at=now - timedelta(days=back // 3), note=f"n{back}."
        )
    seen, query = [], ""
    for _page in range(3):
        page = history(query)
        seen += [back for back in range(65) if f">n{back}." in page]
        query = "?before=" + page.split("?before=")[1][:36] if "?before=" in page else ""
    assert sorted(seen) == list(range(65)) and not query


@pytest.mark.parametrize("before", ["x", "1", "12345678-1234-4234-8234-123456789abc", "%00"])
def test_an_unknown_key_shows_the_newest(cast, history, before):
    logged(cast.assignment, cast.cleo, note="I waited.")
    assert "I waited." in history(f"?before={before}")


def test_a_finished_review_stands_in_its_week_and_opening_it_is_reading(cast, history, client):
    review = Review.of(cast.plan, by=cast.tess)
    review.write(by=cast.tess, feedback="Two buses in one week.")
    assert "answered your week" not in history()
    assert client.get(address("feedback", review)).status_code == 404
    review.finish(by=cast.tess)
    assert "Tess answered your week on" in history() and "New." in history()
    assert "Two buses in one week." in client.get(address("feedback", review)).content.decode()
    review.refresh_from_db()
    assert review.client_read_at and "You read it on" in history()


def test_decisions_are_told_with_the_answer(cast, history, client):
    review = Review.of(cast.plan, by=cast.tess)
    review.decide(cast.assignment, "step_up")
    review.finish(by=cast.tess)
    page = client.get(address("feedback", review)).content.decode()
    assert "Two buses" in page and "Step up" in page


def test_empty_it_says_what_will_stand_there(cast, signed_in):
    assert "Nothing here yet" in signed_in(cast.carl).get("/history/").text


def test_all_else_that_was_said_stands_in_its_week(cast, history):
    plan = WeekPlan.prepare(cast.therapy, by=cast.tess)
    plan.propose(by=cast.tess)
    plan.ask_for_change("Only one bus", by=cast.cleo)
    WeekReport.send(cast.plan, topics="My sister", by=cast.cleo)
    GoalRating.objects.rate(cast.goal, 6, on=timezone.localdate(), by=cast.cleo)
    cast.goal.add_step("Ask the driver", by=cast.cleo)
    page = history()
    assert "You agreed on a plan together" in page and "One small thing" in page
    assert "You asked for a change" in page and "Only one bus" in page
    assert "You sent your report to Tess" in page and "My sister" in page
    assert ": 6 of 10" in page and "Ask the driver" in page and "Not agreed yet." in page
    assert page.count("Week of") == 1


def test_what_the_therapist_proposed_is_not_what_i_wrote(cast, history):
    cast.goal.add_step("Ask the driver", by=cast.tess)
    assert "Ask the driver" not in history()


def test_a_report_says_what_it_said_before_and_who_read_it(cast, history, client):
    WeekReport.send(cast.plan, topics="My sister", by=cast.cleo)
    report = WeekReport.send(cast.plan, topics="My brother", by=cast.cleo)
    url = address("report-sent", report)
    assert url in history()
    assert "Not read yet." in client.get(url).text and "Change it" in client.get(url).text
    report.read(by=cast.will)
    Review.of(cast.plan, by=cast.tess).finish(by=cast.tess)
    page = client.get(url).text
    assert "My brother" in page and "My sister" in page and "Will read it on" in page
    assert "Read the answer" in page and "Change it" not in page


def test_it_takes_a_constant_number_of_queries(cast, history, client):
    logged(cast.assignment, cast.cleo)
    few = len(queries_of(client, "/history/"))
    for _time in range(5):
        logged(cast.assignment, cast.cleo)
    assert len(queries_of(client, "/history/")) == few <= 12


def test_strangers_see_none_of_it(cast, signed_in):
    logged(cast.assignment, cast.cleo, note="I waited.")
    review = Review.of(cast.plan, by=cast.tess)
    review.finish(by=cast.tess)
    assert "I waited." not in signed_in(cast.carl).get("/history/").content.decode()
    assert signed_in(cast.carl).get(address("feedback", review)).status_code == 404
    report = WeekReport.send(WeekPlan.prepare(cast.therapy, by=cast.tess), topics="", by=cast.cleo)
    assert signed_in(cast.carl).get(address("report-sent", report)).status_code == 404
    assert signed_in(cast.tess).get("/history/").status_code == 403


def test_a_sent_report_takes_a_constant_number_of_queries(cast, history, client):
    for topics in ("One", "Two", "Three"):
        report = WeekReport.send(cast.plan, topics=topics, by=cast.cleo)
    url = address("report-sent", report)
    assert len(queries_of(client, url)) <= 5
