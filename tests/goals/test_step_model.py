"""Proposed by either side, agreed by both, one current; done or let go."""

import pytest

from goals.models import Step, StepAgreement
from tests.threads import at_once

pytestmark = pytest.mark.django_db


@pytest.fixture
def proposed(cast):
    return cast.goal.add_step("Ride to the market", by=cast.cleo)


def again(step):
    return Step.objects.get(pk=step.pk)


def order(cast):
    steps = Step.objects.filter(goal=cast.goal).order_by("position")
    return [(step.position, step.title) for step in steps]


def test_a_proposed_step_has_its_proposers_yes_only(cast, proposed):
    assert proposed.state == "proposed" and proposed.position == 3
    assert [each.side for each in proposed.agreements.all()] == ["client"]


def test_it_is_agreed_once_both_sides_have_said_so(cast, proposed):
    proposed.agree(by=cast.cleo)
    assert again(proposed).state == "proposed"
    proposed.agree(by=cast.tess)
    assert again(proposed).state == "agreed"
    assert proposed.agreements.count() == 2


def test_said_together_in_the_room_it_is_agreed_at_once(cast):
    step = cast.goal.add_step("Change buses", by=cast.tess, together=True)
    assert again(step).state == "agreed"
    assert {str(each) for each in step.agreements.all()} == {
        *("client agreed", "therapist agreed"),
    }


def test_whoever_stands_in_speaks_for_the_therapists_side(cast, proposed):
    proposed.agree(by=cast.will)
    assert again(proposed).state == "agreed"
    assert proposed.agreements.get(side="therapist").by == cast.will


def test_agreeing_later_keeps_the_first_moment(cast):
    first = cast.step.agreed_at
    cast.step.agree(by=cast.cleo)
    assert again(cast.step).agreed_at == first


def test_one_stands_on_one_step_of_a_goal(cast):
    second = cast.goal.steps.get(position=2)
    second.make_current(by=cast.tess)
    assert [again(cast.step).state, again(second).state] == ["agreed", "current"]
    assert list(Step.objects.current()) == [second]


def test_a_step_not_agreed_or_closed_cannot_be_stood_on(cast, proposed):
    proposed.make_current(by=cast.cleo)
    second = cast.goal.steps.get(position=2)
    second.close("let_go", by=cast.tess)
    second.make_current(by=cast.tess)
    assert list(Step.objects.current()) == [cast.step]


def test_done_moves_on_to_the_next_agreed_step(cast, proposed):
    cast.step.close("done", by=cast.cleo)
    assert (cast.step.state, cast.step.closed_by) == ("done", cast.cleo)
    assert list(Step.objects.current()) == [cast.goal.steps.get(position=2)]
    Step.objects.get(position=2, goal=cast.goal).close("done", by=cast.cleo)
    assert not Step.objects.current().exists()


def test_closing_another_step_leaves_one_where_one_stands(cast):
    cast.goal.steps.get(position=2).close("let_go", by=cast.tess)
    assert list(Step.objects.current()) == [cast.step]


def test_closing_twice_keeps_the_first_word(cast):
    cast.step.close("let_go", by=cast.tess)
    cast.step.close("done", by=cast.cleo)
    assert again(cast.step).state == "let_go"


def test_a_closed_step_can_be_taken_up_again(cast):
    cast.step.close("done", by=cast.tess)
    for _twice in range(2):
        cast.step.reopen(by=cast.tess)
    assert again(cast.step).state == "agreed"
    assert cast.step in Step.objects.on_the_way()


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        (1, ["Ride", "Wait", "Stop"]),
        (2, ["Wait", "Ride", "Stop"]),
        (-5, ["Ride", "Wait", "Stop"]),
        (99, ["Wait", "Stop", "Ride"]),
    ],
)
def test_a_moved_step_takes_its_place_and_the_others_close_up(cast, to, expected):
    goal = cast.therapy.goals.create(clinic=cast.harbour, title="Town", created_by=cast.tess)
    wait, stop, ride = (goal.add_step(t, by=cast.tess) for t in ("Wait", "Stop", "Ride"))
    ride.move_to(to, by=cast.tess)
    steps = goal.steps.order_by("position")
    assert [(step.position, step.title) for step in steps] == list(enumerate(expected, start=1))
    assert goal.steps.get(pk=ride.pk).position == ride.position


def test_moving_starts_from_the_order_as_it_is(cast, proposed):
    stale = again(proposed)
    proposed.move_to(1, by=cast.tess)
    stale.move_to(3, by=cast.tess)
    assert [title for _place, title in order(cast)][-1] == "Ride to the market"
    assert [place for place, _title in order(cast)] == [1, 2, 3]


def test_a_client_finds_only_their_own(cast):
    assert Step.objects.of_client(cast.cleo).count() == 2
    assert not Step.objects.of_client(cast.carl).exists()
    assert str(cast.step) == "Step 1"


@pytest.mark.django_db(transaction=True)
def test_two_sides_that_agree_at_once_have_agreed(cast):
    people = [cast.cleo, cast.tess]
    for n in range(6):
        step = cast.goal.add_step(f"Step {n}", by=cast.cleo)
        StepAgreement.objects.filter(step=step).delete()
        at_once(lambda n, step=step: again(step).agree(by=people[n]))
        assert again(step).state == "agreed"


@pytest.mark.django_db(transaction=True)
def test_steps_named_at_once_each_have_their_place(cast):
    goals = [type(cast.goal).objects.get(pk=cast.goal.pk) for _each in range(4)]
    at_once(lambda n: goals[n].add_step(f"Step {n}", by=cast.cleo), times=4)
    assert [place for place, _title in order(cast)] == [1, 2, 3, 4, 5, 6]


@pytest.mark.django_db(transaction=True)
def test_two_steps_chosen_at_once_leave_one_to_stand_on(cast):
    steps = list(cast.goal.steps.all())
    for _each in range(6):
        cast.goal.steps.update(is_current=False)
        at_once(lambda n: again(steps[n]).make_current(by=cast.tess))
        assert Step.objects.current().count() == 1


def test_what_was_done_once_is_remembered_when_it_is_opened_again(cast):
    cast.step.close("done", by=cast.tess)
    first = cast.step.first_done_at
    cast.step.reopen(by=cast.tess)
    assert first and cast.step.first_done_at == first
    cast.step.close("let_go", by=cast.tess)
    cast.step.refresh_from_db()
    assert cast.step.first_done_at == first
