"""The first session in the room, and the goals and steps looked at together later."""

import pytest

from goals.models import EndGoal
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def fresh(desk):
    """A therapy in which nothing has been said yet."""
    for goal in desk.cast.therapy.goals.all():
        goal.close("let_go", by=desk.cast.tess)
    return desk


def say(desk, part, **answers):
    return desk.client.post(f"{desk.at('first-session')}?part={part}", answers)


def goal_of(desk):
    return desk.cast.therapy.goals.open().get()


def walk(desk):
    say(desk, "goal", title="Sleep in my own bed")
    say(desk, "why", why="I miss it")
    say(desk, "known", how_known="Seven nights")
    say(desk, "steps", steps="- lie there for ten minutes\n2. read there\n\nread there")
    return goal_of(desk)


def test_the_thread_is_laid_in_the_clients_words(fresh):
    goal = walk(fresh)
    assert (goal.title, goal.why, goal.how_known) == (
        "Sleep in my own bed",
        "I miss it",
        "Seven nights",
    )
    assert [step.title for step in goal.steps.all()] == [
        "lie there for ten minutes",
        "read there",
    ]
    assert all(step.agreed_at for step in goal.steps.all())


def test_each_answer_leads_to_the_next_question(fresh):
    response = say(fresh, "goal", title="Sleep in my own bed")
    assert response.url.endswith("?part=why")
    assert "Why does it matter to you?" in fresh.client.get(response.url).content.decode()


def test_it_goes_on_where_it_was_left(fresh):
    say(fresh, "goal", title="Sleep in my own bed")
    say(fresh, "why", why="I miss it")
    assert fresh.get("first-session").context["first"].part == "known"


def test_half_a_sentence_is_kept_and_offered_again(fresh):
    url = f"{fresh.at('first-session')}?part=goal&keep"
    assert fresh.client.post(url, {"title": "Sleep in my o"}).status_code == 204
    assert "Sleep in my o" in fresh.read("first-session")
    assert not fresh.cast.therapy.goals.open().exists()


def test_what_is_too_long_to_be_kept_is_told_so_and_nothing_is_cut(fresh):
    url = f"{fresh.at('first-session')}?part=goal&keep"
    assert fresh.client.post(url, {"title": "a" * 4_001}).status_code == 204
    assert "a" * 4_001 in fresh.read("first-session")
    refused = fresh.client.post(url, {"title": "b" * 20_001})
    assert refused.status_code == 422
    assert "Make it shorter" in refused.text and "a" * 4_001 in fresh.read("first-session")


def test_sending_an_answer_twice_changes_nothing(fresh):
    walk(fresh)
    walk(fresh)
    assert goal_of(fresh).steps.count() == 2


def test_the_first_small_step_is_stood_on_and_leads_into_the_week(fresh):
    step = walk(fresh).steps.last()
    response = say(fresh, "first", step=str(step.pk))
    step.refresh_from_db()
    assert step.is_current
    assert "Plan the first week" in fresh.client.get(response.url).content.decode()


def test_a_foreign_step_is_not_a_choice(fresh):
    walk(fresh)
    assert say(fresh, "first", step=str(fresh.cast.step.pk)).status_code == 422


@pytest.mark.parametrize(
    ("part", "answers"),
    [
        ("goal", {"title": ""}),
        ("goal", {"title": "x" * 201}),
        ("goal", {"title": "a\0b"}),
    ],
)
def test_what_cannot_be_kept_is_refused(fresh, part, answers):
    response = say(fresh, part, **answers)
    assert response.status_code == 422 and "There is a problem" in response.content.decode()
    assert not fresh.cast.therapy.goals.open().exists()


@pytest.mark.parametrize(
    "steps", ["", "x" * 201, "\n".join(f"Step {number}" for number in range(21)), "y" * 4001]
)
def test_steps_that_cannot_be_kept_are_refused(fresh, steps):
    say(fresh, "goal", title="Sleep")
    assert say(fresh, "steps", steps=steps).status_code == 422
    assert goal_of(fresh).steps.count() == 0


# --- goals together ---


def press(desk, step, do):
    return desk.post("step-edit", step.pk, do=do)


def test_another_goal_can_be_added_once(desk):
    for _press in range(2):
        desk.post("goals-together", title="Eat with others", why="", how_known="")
    assert desk.cast.therapy.goals.open().count() == 2


def test_a_goal_is_said_differently(desk):
    desk.post("goal-edit", desk.cast.goal.pk, title="Ride to town", why="", how_known="")
    desk.cast.goal.refresh_from_db()
    assert desk.cast.goal.title == "Ride to town"


def test_a_goal_is_reached_and_opened_again(desk):
    desk.post("goal-closing", desk.cast.goal.pk, closed_as="reached")
    assert EndGoal.objects.get(pk=desk.cast.goal.pk).closed_as == "reached"
    desk.post("goal-closing", desk.cast.goal.pk, closed_as="reopen")
    assert EndGoal.objects.get(pk=desk.cast.goal.pk).closed_at is None


def test_steps_are_put_in_order(desk):
    later = desk.cast.goal.steps.last()
    press(desk, later, "up")
    assert desk.cast.goal.steps.first() == later
    press(desk, later, "down")
    assert desk.cast.goal.steps.last() == later


def test_a_done_step_moves_on_to_the_next(desk):
    press(desk, desk.cast.step, "done")
    desk.cast.step.refresh_from_db()
    assert desk.cast.step.state == "done"
    assert desk.cast.goal.steps.get(is_current=True).title == "Ride one stop"


def test_a_proposed_step_is_agreed_by_standing_on_it(desk):
    proposed = desk.cast.goal.add_step("Two stops", by=desk.cast.cleo)
    assert proposed.state == "proposed"
    press(desk, proposed, "current")
    proposed.refresh_from_db()
    assert proposed.state == "current"


def test_a_step_is_let_go_and_opened_again(desk):
    press(desk, desk.cast.step, "let_go")
    press(desk, desk.cast.step, "reopen")
    desk.cast.step.refresh_from_db()
    assert desk.cast.step.state == "agreed"


def test_a_press_that_nobody_offered_is_refused(desk):
    assert press(desk, desk.cast.step, "delete").status_code == 422
    assert desk.post("goal-closing", desk.cast.goal.pk, closed_as="burnt").status_code == 422


def test_steps_are_added_together(desk):
    desk.post("goal-steps", desk.cast.goal.pk, steps="Two stops\nThree stops")
    assert desk.cast.goal.steps.count() == 4
    assert desk.post("goal-steps", desk.cast.goal.pk, steps=" ").status_code == 422


def test_somebody_elses_goals_and_steps_are_not_there(desk):
    goal = EndGoal.name(desk.cast.other, title="Theirs", by=desk.cast.otto)
    step = goal.add_step("Theirs too", by=desk.cast.otto, together=True)
    assert desk.get("goal-edit", goal.pk).status_code == 404
    assert desk.post("goal-closing", goal.pk, closed_as="reached").status_code == 404
    assert press(desk, step, "done").status_code == 404


def test_goals_cost_the_same_with_more_of_them(desk):
    few = len(queries_of(desk.client, desk.at("goals-together")))
    for number in range(3):
        goal = EndGoal.name(desk.cast.therapy, title=f"Goal {number}", by=desk.cast.tess)
        goal.add_step("A step", by=desk.cast.tess, together=True)
    assert len(queries_of(desk.client, desk.at("goals-together"))) == few <= 16
