"""Goals: the staircase in words and picture, own ratings, and steps a client proposes."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from goals.models import EndGoal, GoalRating
from homework.models import TherapySession
from tests.cast import therapy
from tests.queries import queries_of
from tests.reading import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(cast, client):
    client.force_login(cast.cleo)
    return client


@pytest.fixture
def goals(client):
    return lambda: client.get("/goals/").content.decode()


def rating(goal):
    return reverse("goal-rating", args=[goal.pk])


def undoing(goal):
    return reverse("goal-rating-undo", args=[goal.pk])


def proposal(goal):
    return reverse("step-proposal", args=[goal.pk])


def test_it_shows_the_goal_its_steps_and_why(goals):
    page = goals()
    assert "Take the bus to work" in page and "I miss town" in page
    assert "Wait at the stop" in page and "You are here" in page
    assert "Ride one stop" in page and "Comes next" in page


def test_a_step_that_is_done_stays_on_the_stairs_with_its_day(cast, goals):
    cast.step.close("done", by=cast.tess)
    page = goals()
    today = date_format(timezone.localdate(), "DATE")
    assert f"Done since {today}" in page and page.count("You are here") == 1


def test_numbers_are_a_line_with_a_table_below_it(cast, goals):
    for day, value in ((2, 3), (9, 5)):
        GoalRating.objects.rate(cast.goal, value, on=date(2026, 11, day), by=cast.cleo)
    page = goals()
    assert "How far along I feel: 3 on 2 November, 5 on 9 November." in page
    rows = page.split("The same as a table</summary>")[1].split("</table>")[0]
    assert ">2 November</th> <td> 3 <" in read(rows) and ">9 November</th> <td> 5 <" in read(rows)


def test_goals_of_two_therapies_stand_on_one_page(cast, goals):
    second = therapy(cast.harbour, cast.otto, cast.cleo)
    EndGoal.name(second, title="Sleep through", by=cast.otto)
    page = goals()
    assert "Sleep through" in page and page.count("<h1") == 1


def test_a_rating_is_kept_and_the_same_days_later_word_wins(cast, client, goals):
    for value in ("4", "0"):
        answer = client.post(rating(cast.goal), {"value": value})
        assert answer.url == f"/goals/#feeling-{cast.goal.pk}"
    assert GoalRating.objects.get().value == 0
    assert "The same as a table" in goals()


def test_a_number_just_given_can_be_taken_back_once(cast, client, goals):
    for value in ("4", "4", "7"):
        client.post(rating(cast.goal), {"value": value})
    assert "You said <b>7</b> today." in goals()
    for _press in range(2):
        client.post(undoing(cast.goal), {"value": "7"})
    assert GoalRating.objects.get().value == 4 and "You said <b>4</b> today." in goals()
    client.post(undoing(cast.goal), {"value": "4"})
    assert not GoalRating.objects.exists() and "today.</p>" not in goals()


@pytest.mark.parametrize("value", ["", "x", "5"])
def test_undo_of_what_was_not_said_changes_nothing(cast, client, value):
    client.post(rating(cast.goal), {"value": "4"})
    assert client.post(undoing(cast.goal), {"value": value}).status_code == 302
    assert GoalRating.objects.get().value == 4


def test_the_number_of_an_earlier_day_stands(cast, client, goals):
    yesterday = timezone.localdate() - timedelta(days=1)
    GoalRating.objects.rate(cast.goal, 4, on=yesterday, by=cast.cleo)
    assert "You said" not in goals()
    client.post(undoing(cast.goal), {"value": "4"})
    assert GoalRating.objects.get().value == 4


def test_each_step_says_what_this_week_does_for_it(cast, goals):
    page = goals()
    assert page.count("This week:") == 1 and "Two buses" in page
    assert page.index("Wait at the stop") < page.index("Two buses")
    assert reverse("start", args=[cast.assignment.pk]) in page


def test_homework_without_a_step_serves_the_steps_of_its_week(cast, goals):
    cast.assignment.reword(step=None)
    assert "This week:" not in goals()
    cast.plan.chip_at([cast.goal.steps.get(position=2)])
    page = goals()
    assert page.index("Ride one stop") < page.index("Two buses") < page.index("Wait at the stop")


def test_what_is_over_or_withdrawn_serves_no_step_now(cast, goals):
    cast.assignment.withdraw(by=cast.tess)
    assert "This week:" not in goals()


@pytest.mark.parametrize("value", ["", "11", "-1", "four"])
def test_another_number_is_refused(cast, client, value):
    answer = client.post(rating(cast.goal), {"value": value})
    page = answer.content.decode()
    assert answer.status_code == 422 and "Choose a number from 0 to 10." in page
    assert "<title>Error: Goals</title>" in page and not GoalRating.objects.exists()


def test_a_step_is_proposed_once_and_waits_for_the_therapist(cast, client, goals):
    for _time in range(2):
        client.post(proposal(cast.goal), {"title": "Look at the map"})
    step = cast.goal.steps.get(position=3)
    assert step.state == "proposed" and step.proposed_by == cast.cleo
    assert "Proposed by you, not agreed yet" in goals()


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("", "Write the step in a few words."),
        ("x" * 201, "Use 200 letters or fewer."),
        ("a\0b", "cannot be kept"),
    ],
)
def test_an_impossible_step_is_refused(cast, client, title, words):
    answer = client.post(proposal(cast.goal), {"title": title})
    assert answer.status_code == 422 and words in answer.content.decode()
    assert cast.goal.steps.count() == 2


def test_a_step_of_the_therapist_waits_for_the_clients_yes(cast, client, goals):
    step = cast.goal.add_step("Ride two stops", by=cast.tess)
    assert "Tess proposes a step:" in goals()
    client.post(reverse("step-agreement", args=[step.pk]))
    step.refresh_from_db()
    assert step.state == "agreed" and "Tess proposes a step:" not in goals()


def test_what_is_closed_stands_below(cast, goals):
    cast.goal.close("reached", by=cast.tess)
    page = goals()
    assert "Goals from before" in page and "Reached" in page


def test_without_a_goal_it_says_what_happens_next(cast, client):
    client.force_login(cast.carl)
    assert "No goal written down yet" in client.get("/goals/").content.decode()


def test_without_a_goal_after_the_end_it_promises_nothing(cast, client):
    cast.other.end(by=cast.otto)
    client.force_login(cast.carl)
    page = client.get("/goals/").content.decode()
    assert "Your work together has ended" in page and "find your end goal together" not in page


def test_after_the_end_it_can_only_be_read(cast, client, goals):
    cast.therapy.end(by=cast.tess)
    page = goals()
    assert "Nobody reads this now." in page and "Propose another step" not in page
    assert client.post(rating(cast.goal), {"value": "4"}).status_code == 403
    assert client.post(undoing(cast.goal), {"value": "4"}).status_code == 403
    assert client.post(proposal(cast.goal), {"title": "x"}).status_code == 403
    assert client.post(reverse("step-agreement", args=[cast.step.pk])).status_code == 403


def test_it_takes_a_constant_number_of_queries(cast, client):
    few = len(queries_of(client, "/goals/"))
    for title in ("A", "B", "C"):
        EndGoal.name(cast.therapy, title=title, by=cast.tess).add_step("x", by=cast.tess)
    assert len(queries_of(client, "/goals/")) == few <= 12


def test_a_strangers_goal_does_not_exist(cast, signed_in):
    stranger = signed_in(cast.carl)
    for url in (rating(cast.goal), undoing(cast.goal), proposal(cast.goal)):
        assert stranger.post(url, {"value": "4", "title": "x"}).status_code == 404
        assert stranger.get(url).status_code == 405
    assert stranger.post(reverse("step-agreement", args=[cast.step.pk])).status_code == 404
    assert signed_in(cast.tess).get("/goals/").status_code == 403


def test_what_was_understood_stands_there_the_newest_first(cast, goals):
    assert "What we understood" not in goals()
    for text in ("Nobody looks at me", "Waiting passes"):
        cast.session.write_insight(text, by=cast.tess)
    page = goals()
    assert page.index("Waiting passes") < page.index("Nobody looks at me")


def test_what_others_understood_is_not_there(cast, goals):
    session = TherapySession.book(cast.other, starts_at=timezone.now(), by=cast.otto)
    session.write_insight("Of somebody else", by=cast.otto)
    assert "Of somebody else" not in goals()
