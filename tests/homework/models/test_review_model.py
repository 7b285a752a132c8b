"""The therapist's answer: decisions carry homework into the next plan; finished, it is read."""

import pytest

from homework.models import Decision, Review, WeekPlan
from tests.homework.models.practice import fresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def review(cast):
    return Review.of(cast.plan, by=cast.tess)


@pytest.fixture
def following(cast):
    return WeekPlan.prepare(cast.therapy, by=cast.tess)


def titles(plan):
    return [each.title for each in plan.assignments.all()]


def test_there_is_one_a_plan_whoever_begins_it(cast, review):
    assert Review.of(cast.plan, by=cast.will) == review
    assert fresh(review).by == cast.tess


def test_it_is_saved_as_it_goes_and_each_save_is_an_edition(cast, review):
    review.write(feedback="You kept going.", by=cast.tess)
    review.write(fit="Shorter rides", quality="match", by=cast.tess)
    review = fresh(review)
    assert (review.feedback, review.fit, review.edition) == (
        *("You kept going.", "Shorter rides"),
        2,
    )


def test_the_client_sees_it_once_it_is_finished(cast, review):
    assert not Review.objects.of_client(cast.cleo).exists()
    for who in (cast.will, cast.tess):
        review.finish(by=who)
    assert fresh(review).by == cast.will
    assert list(Review.objects.of_client(cast.cleo)) == list(Review.objects.finished())
    assert not Review.objects.of_client(cast.carl).exists()
    assert review.answered_on and str(review).startswith("Review 20")


def test_that_the_client_has_read_it_is_noted_once(cast, review):
    review.finish(by=cast.tess)
    review.hear(by=cast.cleo)
    first = review.client_read_at
    review.hear(by=cast.cleo)
    assert fresh(review).client_read_at == first


@pytest.mark.parametrize("choice", ["keep", "easier", "step_up", "change", "elsewhere"])
def test_all_but_finished_carries_the_homework_on(cast, review, following, choice):
    decision = review.decide(cast.assignment, choice, into=following)
    carried = following.assignments.get()
    assert decision.carries_on and decision.is_wanted and str(decision) == choice
    assert (carried.title, carried.carried_from) == ("Two buses", cast.assignment)


def test_finished_leaves_it_out_again(cast, review, following):
    review.decide(cast.assignment, "keep", into=following)
    decision = review.decide(cast.assignment, "finished", into=following)
    assert not decision.carries_on and titles(following) == []


def test_saying_it_twice_keeps_what_was_reworded(cast, review, following):
    review.decide(cast.assignment, "keep", into=following)
    following.assignments.get().reword(title="Three buses")
    review.decide(cast.assignment, "keep", into=following)
    assert titles(following) == ["Three buses"]


def test_not_this_week_leaves_it_out_of_the_next_plan_only(cast, review, following):
    decision = review.decide(cast.assignment, "keep", into=following)
    review.decide(cast.assignment, "keep", again="not_now", into=following)
    decision.refresh_from_db()
    assert decision.carries_on and not decision.is_wanted and titles(following) == []


def test_an_empty_choice_takes_the_decision_back(cast, review, following):
    review.decide(cast.assignment, "keep", into=following)
    assert review.decide(cast.assignment, "", into=following) is None
    assert not Decision.objects.exists() and titles(following) == []


def test_without_a_next_plan_a_decision_waits(cast, review):
    assert review.decide(cast.assignment, "") is None
    review.decide(cast.assignment, "easier")
    assert Decision.objects.get().choice == "easier"
    assert cast.therapy.plans.count() == 1


def test_what_changes_asks_anew_how_sure_and_elsewhere_where(cast, review, following):
    cast.assignment.reword(confidence=90, where="On the 12")
    review.decide(cast.assignment, "keep", into=following)
    assert following.assignments.get().confidence == 90
    review.decide(cast.assignment, "easier", into=following)
    assert following.assignments.get().confidence is None
    review.decide(cast.assignment, "elsewhere", into=following)
    assert following.assignments.get().where == ""


def test_homework_taken_out_of_the_next_plan_is_set_aside(cast, review, following):
    review.decide(cast.assignment, "keep", into=following)
    following.assignments.get().remove(by=cast.tess)
    assert Decision.objects.get().again == "not_now"
    assert titles(following) == []
