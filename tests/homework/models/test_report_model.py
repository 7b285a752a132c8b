"""The client's word before the session: one a plan, amended until the plan is reviewed."""

import pytest

from homework.models import Review, WeekPlan, WeekReport
from homework.models.report import ReportIsReviewed
from tests.homework.models.practice import fresh
from tests.threads import at_once

pytestmark = pytest.mark.django_db


def send(cast, topics="Sunday"):
    return WeekReport.send(cast.plan, topics=topics, by=cast.cleo)


def test_it_is_one_a_plan_and_the_later_word_wins(cast):
    first = send(cast)
    again = send(cast, "Sunday at my mother's")
    assert first == again and WeekReport.objects.count() == 1
    assert fresh(first).topics == "Sunday at my mother's"
    assert [version.topics for version in first.versions.all()] == ["Sunday"]


def test_the_same_words_again_are_no_amendment(cast):
    report = send(cast)
    send(cast)
    assert fresh(report).amended_at is None and not report.versions.exists()


def test_nothing_to_talk_about_is_a_report_too(cast):
    assert fresh(send(cast, "")).topics == ""


def test_reading_is_noted_once_and_an_amended_one_is_new_again(cast):
    report = send(cast)
    report.read(by=cast.tess)
    report.read(by=cast.will)
    assert report.read_by == cast.tess and report not in WeekReport.objects.unread()
    report = send(cast, "Sunday at my mother's")
    assert report in WeekReport.objects.unread()
    assert str(report.versions.get()).startswith("Until 20")


def test_a_review_begun_does_not_refuse_it_and_a_finished_one_does(cast):
    review = Review.of(cast.plan, by=cast.tess)
    report = send(cast)
    review.finish(by=cast.tess)
    with pytest.raises(ReportIsReviewed):
        WeekReport.send(fresh(cast.plan), topics="Too late", by=cast.cleo)
    assert fresh(report).topics == "Sunday"


def test_after_the_review_of_another_week_a_report_can_be_sent(cast):
    Review.of(cast.plan, by=cast.tess).finish(by=cast.tess)
    following = WeekPlan.prepare(cast.therapy, by=cast.tess)
    assert WeekReport.send(following, topics="Monday", by=cast.cleo).plan == following


def test_a_client_finds_only_their_own(cast):
    report = send(cast)
    assert list(WeekReport.objects.of_client(cast.cleo)) == [report]
    assert not WeekReport.objects.of_client(cast.carl).exists()
    assert str(report) == f"Report {report.sent_at:%Y-%m-%d}"


@pytest.mark.django_db(transaction=True)
def test_sent_twice_at_once_it_is_one(cast):
    plans = [fresh(cast.plan) for _each in range(4)]
    at_once(lambda n: WeekReport.send(plans[n], topics=f"Topic {n}", by=cast.cleo), times=4)
    report = WeekReport.objects.get()
    said = {report.topics, *(version.topics for version in report.versions.all())}
    assert said == {"Topic 0", "Topic 1", "Topic 2", "Topic 3"}
