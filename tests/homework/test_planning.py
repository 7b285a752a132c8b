"""From a draft to an agreed week: homework added, talked through, proposed, agreed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from homework.models import Assignment, Exercise, Skill, WeekPlan
from tests.homework.presses import HTMX

pytestmark = pytest.mark.django_db
NOBODY = "11111111-1111-1111-1111-111111111111"


@pytest.fixture
def breathing(db):
    skill = Skill.objects.create(key="calm-test", name="Calming the body")
    return Exercise.objects.create(
        skill=skill,
        key="slow-breathing-test",
        title="Slow breathing out",
        why="It calms.",
        smallest="One breath.",
        usual_count=5,
    )


def talk(desk, homework, **answers):
    """Send the seven questions as the page holds them, with some of them answered anew."""
    page = desk.get("assignment-edit", homework.pk)
    saved = page.context["form"].saved
    sent = {name: value for name, value in saved.items() if value not in (None, "", [], False)}
    return desk.post("assignment-edit", homework.pk, **{**sent, **answers})


# --- the library and own words ---


def test_two_letters_find_an_exercise(desk, breathing):
    assert "Slow breathing out" in desk.read("plan-library", q="sl")
    assert "Slow breathing out" not in desk.read("plan-library", q="zz")


def test_an_exercise_becomes_a_homework_once(desk, breathing):
    for _press in range(2):
        response = desk.post("assignment-new", exercise=str(breathing.pk))
    homework = desk.plan.assignments.get()
    assert homework.title == "Slow breathing out" and homework.target_count == 5
    assert homework.step == desk.cast.step
    assert response.url == desk.at("assignment-edit", homework.pk)


def test_own_words_become_a_homework_once(desk):
    for _press in range(2):
        desk.post("assignment-new", own_words="Wave at the driver")
    assert desk.plan.assignments.get().title == "Wave at the driver"


def test_adding_saves_what_stands_on_the_review_screen_first(desk, breathing):
    sent = desk.answers(focus="Small and often", exercise=str(breathing.pk))
    desk.post("assignment-new", **sent)
    assert desk.plan.focus == "Small and often" and desk.plan.assignments.count() == 1


@pytest.mark.parametrize("sent", [{"exercise": NOBODY}, {"own_words": "x" * 201}])
def test_what_cannot_be_added_is_refused(desk, sent):
    assert desk.post("assignment-new", **sent).status_code == 422
    assert desk.plan is None


# --- the agreeing moment ---


def test_the_homework_is_said_back_in_one_sentence(desk):
    homework = desk.draft()
    talk(desk, homework, after_what="when I have paid", where="by the door", obstacle="it is full")
    page = desk.read("assignment-edit", homework.pk)
    assert "<mark>When I have paid, by the door</mark>: I will do this." in page
    assert "<mark>it is full</mark>" in page


def test_the_sentence_grows_while_somebody_types(desk):
    homework = desk.draft()
    form = desk.get("assignment-edit", homework.pk).context["form"]
    sent = {"wording": form.current, "title": "Two stops", "when": "at nine"}
    sent |= {"target_kind": "count", "target_count": 2}
    answer = desk.client.post(desk.at("assignment-edit", homework.pk), sent, headers=HTMX)
    assert "<mark>At nine</mark>" in answer.content.decode()
    homework.refresh_from_db()
    assert homework.title == "Two stops"


def test_half_a_homework_is_said_back_but_not_saved(desk):
    homework = desk.draft()
    sent = {"title": "", "when": "at nine"}
    answer = desk.client.post(desk.at("assignment-edit", homework.pk), sent, headers=HTMX)
    assert "Not saved yet." in answer.content.decode()
    homework.refresh_from_db()
    assert (homework.title, homework.when) == ("One stop", "")


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ({"target_kind": "count", "target_count": 4}, (4, None)),
        ({"target_kind": "weekdays", "target_weekdays": [0, 4]}, (None, 0b10001)),
    ],
)
def test_exactly_one_target_is_kept(desk, sent, kept):
    homework = desk.draft()
    talk(desk, homework, **{"target_count": 3, **sent})
    homework.refresh_from_db()
    assert (homework.target_count, homework.target_weekdays) == kept


def test_a_homework_can_be_meant_once_by_a_day(desk):
    homework = desk.draft()
    day = timezone.localdate() + timedelta(days=3)
    talk(desk, homework, target_kind="by_date", target_date=day.isoformat())
    homework.refresh_from_db()
    assert homework.target_date == day and homework.how_much.startswith("Once, by")


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": " "},
        {"title": "x" * 201},
        {"why": "a\0b"},
        {"target_kind": "often"},
        {"target_count": 0},
        {"target_count": 51},
        {"target_kind": "weekdays"},
        {"target_kind": "weekdays", "target_weekdays": [7]},
        {"target_kind": "by_date"},
        {"target_kind": "by_date", "target_date": "2026-02-30"},
        {"target_kind": "by_date", "target_date": "1999-01-01"},
        {"target_kind": "by_date", "target_date": "9999-12-31"},
        {"confidence": 85},
        {"step": NOBODY},
        {"insight": NOBODY},
        {"remind_at": "25:00"},
    ],
)
def test_what_makes_no_sense_is_refused_and_kept_on_the_page(desk, wrong):
    homework = desk.draft(why="It helps")
    response = talk(desk, homework, when="at nine sharp", **wrong)
    assert response.status_code == 422
    page = response.content.decode()
    assert "There is a problem" in page and "at nine sharp" in page
    homework.refresh_from_db()
    assert homework.when == ""


def test_under_ninety_it_offers_smaller_other_time_or_none(desk):
    homework = desk.draft()
    response = talk(desk, homework, confidence=70)
    assert response.url.endswith("#sure")
    page = desk.read("assignment-edit", homework.pk)
    assert "70% is good to know." in page and "Make it smaller" in page and "Drop it" in page


def test_ninety_leads_back_to_the_week(desk):
    homework = desk.draft()
    response = talk(desk, homework, confidence=90)
    assert response.url == f"{desk.at('review')}#homework-{homework.pk}"


def test_it_carries_an_insight_into_the_week(desk):
    insight = desk.cast.session.write_insight("Waiting is the step.", by=desk.cast.tess)
    homework = desk.draft()
    talk(desk, homework, insight=str(insight.pk), confidence=100, begun_in_session="on")
    homework.refresh_from_db()
    assert homework.insight == insight and homework.begun_in_session


def test_the_later_window_of_a_homework_is_told(desk):
    homework = desk.draft()
    stale = desk.get("assignment-edit", homework.pk).context["form"].current
    talk(desk, homework, when="at nine")
    response = talk(desk, homework, when="at ten", wording=stale)
    assert response.status_code == 422
    homework.refresh_from_db()
    assert homework.when == "at nine"


def test_saving_what_was_saved_while_typing_is_no_conflict(desk):
    homework = desk.draft()
    stale = desk.get("assignment-edit", homework.pk).context["form"].current
    talk(desk, homework, when="at nine", confidence=90)
    assert talk(desk, homework, when="at nine", wording=stale).status_code == 302


def test_the_page_is_up_to_date_after_saving_while_typing(desk):
    homework = desk.draft()
    form = desk.get("assignment-edit", homework.pk).context["form"]
    sent = {name: value for name, value in form.saved.items() if value not in (None, "", [], False)}
    url = desk.at("assignment-edit", homework.pk)
    answer = desk.client.post(url, {**sent, "when": "at nine"}, headers=HTMX)
    homework.refresh_from_db()
    assert (
        answer.context["form"].current
        == desk.get("assignment-edit", homework.pk).context["form"].current
    )


def test_taking_out_what_was_carried_sets_it_aside(desk):
    desk.decide("step_up")
    desk.post("assignment-removal", desk.plan.assignments.get().pk)
    assert desk.plan.assignments.count() == 0
    assert desk.cast.assignment.decision.again == "not_now"


def test_homework_can_be_put_in_another_order(desk):
    desk.decide("keep")
    second = desk.draft()
    desk.post("assignment-order", second.pk, to="up")
    assert [each.title for each in desk.plan.assignments.all()] == ["One stop", "Two buses"]


def test_an_agreed_homework_stands(desk):
    response = desk.post("assignment-edit", desk.cast.assignment.pk, title="Something else")
    assert response.status_code == 422
    assert Assignment.objects.get(pk=desk.cast.assignment.pk).title == "Two buses"
    assert "It is agreed" in desk.read("assignment-edit", desk.cast.assignment.pk)


def test_an_agreed_homework_can_be_withdrawn(desk):
    desk.post("assignment-withdrawal", desk.cast.assignment.pk)
    desk.cast.assignment.refresh_from_db()
    assert desk.cast.assignment.withdrawn_by == desk.cast.tess


def test_a_foreign_homework_is_not_there(desk):
    theirs = WeekPlan.prepare(desk.cast.other, by=desk.cast.otto)
    homework = Assignment.objects.create(
        clinic=desk.cast.harbour, therapy=desk.cast.other, plan=theirs, title="X", target_count=1
    )
    for name in ("assignment-edit", "assignment-removal", "assignment-withdrawal"):
        assert desk.post(name, homework.pk).status_code == 404


# --- proposed, taken back, agreed ---


def test_agreeing_in_the_room_finishes_the_review_and_starts_the_week(desk):
    desk.decide("keep", feedback="You waited.")
    response = desk.post("plan-agreement")
    assert response.url == desk.at("summary")
    desk.cast.plan.refresh_from_db()
    assert desk.cast.plan.closed_reason == "reviewed"
    assert desk.running.agreement.in_the_room and desk.running.agreement.by == desk.cast.tess


def test_agreeing_saves_what_stands_on_the_screen_first(desk):
    pk = desk.cast.assignment.pk
    desk.post("plan-agreement", **desk.answers(**{f"decision-{pk}": "keep", "focus": "Again"}))
    assert desk.running.focus == "Again"


def test_agreeing_twice_changes_nothing(desk):
    desk.decide("keep")
    desk.post("plan-agreement")
    first = desk.running
    desk.post("plan-agreement")
    assert desk.running == first and desk.plan is None


@pytest.mark.parametrize("name", ["plan-agreement", "plan-unreviewed"])
def test_the_same_press_twice_is_one_agreement(desk, name):
    """Without a script, with all that stands on the screen: a hurried double press."""
    said = {"feedback": "You waited.", "focus": "Again", "insight": "Waiting is riding, too."}
    sent = desk.answers(**said, **{f"decision-{desk.cast.assignment.pk}": "keep"})
    answers = [desk.post(name, **sent) for _twice in range(2)]
    assert [each.url for each in answers] == [desk.at("summary")] * 2
    assert desk.running.focus == "Again" and desk.plan is None
    assert desk.cast.therapy.insights.count() == 1


def test_other_words_in_a_second_press_are_not_lost(desk):
    sent = desk.answers(**{f"decision-{desk.cast.assignment.pk}": "keep", "focus": "Again"})
    desk.post("plan-agreement", **sent)
    again = desk.post("plan-agreement", **sent | {"feedback": "You waited."})
    assert again.status_code == 422 and "saved in another window" in again.text
    assert desk.running.focus == "Again" and not desk.plan


def test_agreeing_where_nothing_was_decided_is_not_passed_for_agreed(desk):
    """Untouched, the screen would lead to the summary of the week that runs still."""
    untouched = desk.get("review").context["screen"].saved
    response = desk.post("plan-agreement", **untouched)
    assert response.status_code == 422 and "Keep one from last week" in response.text
    assert desk.running == desk.cast.plan and desk.plan is None


@pytest.mark.parametrize("name", ["plan-agreement", "plan-proposal", "plan-unreviewed"])
def test_a_week_without_homework_is_refused_in_words(desk, name):
    desk.review(focus="Nothing yet")
    response = desk.post(name)
    assert response.status_code == 422
    assert "There is no homework in this week yet" in response.content.decode()
    assert desk.running == desk.cast.plan


def test_a_homework_without_words_is_refused(desk):
    desk.draft(title=" ")
    response = desk.post("plan-agreement")
    assert response.status_code == 422 and "has no words yet" in response.content.decode()


def test_more_than_three_is_said_to_be_much_but_possible(desk):
    for number in range(4):
        desk.post("assignment-new", own_words=f"Homework {number}")
    assert "More than three is much" in desk.read("review")
    assert desk.post("plan-agreement").status_code == 302


def test_last_week_can_be_left_without_a_review(desk):
    desk.draft()
    assert "Agreeing now closes it without one" in desk.read("review")
    desk.post("plan-agreement")
    desk.cast.plan.refresh_from_db()
    assert desk.cast.plan.closed_reason == "superseded"


def test_a_review_that_was_begun_can_be_left_unsent(desk):
    desk.decide("keep", feedback="Not ready")
    desk.post("plan-unreviewed")
    desk.cast.plan.refresh_from_db()
    assert desk.cast.plan.closed_reason == "superseded"
    assert desk.cast.plan.review.finished_at is None


def test_it_is_sent_to_the_phone_and_taken_back(desk):
    desk.draft()
    desk.post("plan-proposal")
    assert desk.plan.state == "proposed"
    assert "Sent to Cleo on" in desk.read("review")
    desk.post("plan-return")
    assert desk.plan.state == "draft"


def test_what_was_answered_reaches_the_client_with_the_plan(desk):
    desk.decide("keep", feedback="You waited.")
    desk.post("plan-proposal")
    desk.cast.plan.review.refresh_from_db()
    assert desk.cast.plan.review.finished_at and desk.cast.plan.review.by == desk.cast.tess


def test_an_answer_written_while_the_plan_waits_goes_out_with_the_yes(desk):
    desk.draft()
    desk.post("plan-proposal")
    desk.decide("", feedback="You waited.")
    desk.plan.agree(by=desk.cast.cleo)
    desk.cast.plan.refresh_from_db()
    assert desk.cast.plan.closed_reason == "reviewed"
    assert desk.cast.plan.review.finished_at and desk.cast.plan.review.by == desk.cast.tess


def test_a_proposed_week_stands_still_while_the_client_looks(desk):
    homework = desk.draft()
    desk.post("plan-proposal")
    desk.decide("finished", focus="Changed", feedback="You waited.")
    assert desk.plan.focus == "" and not hasattr(desk.cast.assignment, "decision")
    assert desk.cast.plan.review.feedback == "You waited."
    assert desk.post("assignment-edit", homework.pk, title="Other").status_code == 422
    assert desk.post("assignment-new", own_words="More").status_code == 422


def test_a_wish_is_shown_until_the_plan_answers_it(desk):
    desk.draft()
    desk.post("plan-proposal")
    desk.plan.ask_for_change("Not on Fridays", by=desk.cast.cleo)
    assert "Not on Fridays" in desk.read("review")
    desk.post("plan-return")
    assert "Not on Fridays" in desk.read("review")
    desk.post("plan-proposal")
    assert "Not on Fridays" not in desk.read("review")


def test_the_first_plan_needs_no_last_week(desk):
    desk.cast.plan.close("superseded", by=desk.cast.tess)
    assert "Where it leads" in desk.read("review")
    desk.post("review", edition=0, week="", focus="Begin")
    desk.post("assignment-new", own_words="One stop")
    desk.post("plan-agreement")
    assert desk.running.focus == "Begin"


@pytest.mark.parametrize(
    "name", ["plan-agreement", "plan-proposal", "plan-return", "plan-unreviewed", "assignment-new"]
)
def test_a_supervisor_presses_nothing(desk, signed_in, name):
    desk.client = signed_in(desk.cast.vera)
    assert desk.post(name).status_code == 403
    assert desk.get(name).status_code == 405
