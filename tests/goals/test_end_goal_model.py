import pytest

from accounts.models import AuditEvent
from goals.models import EndGoal
from tests.queries import Queries

pytestmark = pytest.mark.django_db


def name(cast, title="Sleep through"):
    return EndGoal.name(cast.therapy, title=title, why="I am tired", by=cast.tess)


def test_a_goal_is_named_after_those_there_are(cast):
    goal = name(cast)
    assert (goal.position, goal.created_by, goal.title) == (1, cast.tess, "Sleep through")
    assert list(cast.therapy.goals.all()) == [cast.goal, goal]


def test_saying_it_differently_changes_no_past_homework(cast):
    words = {"title": "Ride to town", "why": "My sister", "how_known": "I am there"}
    cast.goal.reword(**words, by=cast.tess)
    assert EndGoal.objects.get(pk=cast.goal.pk).how_known == "I am there"
    assert cast.assignment.title == "Two buses"


def test_closing_says_how_and_by_whom_the_first_time(cast):
    cast.goal.close("reached", by=cast.cleo)
    cast.goal.close("let_go", by=cast.tess)
    cast.goal.refresh_from_db()
    assert (cast.goal.closed_as, cast.goal.closed_by) == ("reached", cast.cleo)
    assert cast.goal not in EndGoal.objects.open()


def test_a_closed_goal_can_be_taken_up_again(cast):
    cast.goal.close("let_go", by=cast.tess)
    for _twice in range(2):
        cast.goal.reopen(by=cast.tess)
    assert cast.goal in EndGoal.objects.open()
    assert (cast.goal.closed_as, cast.goal.closed_by) == ("", None)
    assert AuditEvent.objects.filter(action="goal.reopened").count() == 1


def test_a_client_finds_only_their_own(cast):
    assert list(EndGoal.objects.of_client(cast.cleo)) == [cast.goal]
    assert not EndGoal.objects.of_client(cast.carl).exists()


def test_a_staircase_is_read_in_three_queries_for_any_number(cast):
    for title in ("Sleep", "Cook"):
        name(cast, title).add_step("A first step", by=cast.cleo)
    with Queries() as queries:
        goals = list(cast.therapy.goals.for_staircase())
        current = [goal.current_step for goal in goals]
        heights = [len(goal.stairs) for goal in goals]
        ratings = [list(goal.ratings.all()) for goal in goals]
    assert (current, heights) == ([cast.step, None, None], [2, 1, 1])
    assert ratings == [[]] * 3 and len(queries) == 3


def test_steps_let_go_are_no_stairs_and_done_ones_are(cast):
    first, second = cast.goal.steps.all()
    first.close("done", by=cast.tess)
    second.close("let_go", by=cast.tess)
    assert EndGoal.objects.get(pk=cast.goal.pk).stairs == [first]


def test_it_prints_its_number_and_no_words(cast):
    assert str(cast.goal) == f"Goal {cast.goal.pk}"
