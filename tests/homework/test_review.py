"""The review and plan screen: last week left, next week right, saved as it goes."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import AuditEvent
from homework.models import (
    Assignment,
    Decision,
    PracticeEntry,
    Review,
    TherapySession,
    WeekPlan,
    WeekReport,
)
from tests.homework.presses import HTMX, logged
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


def test_it_shows_last_week_with_the_report_and_the_shared_words(desk):
    logged(desk.cast.assignment, desk.cast.cleo, note="The driver waited for me.")
    WeekReport.send(desk.cast.plan, topics="My sister", by=desk.cast.cleo)
    page = desk.read("review")
    assert "1 practice of 4 planned" in page
    assert "The driver waited for me." in page and "My sister" in page
    assert "What would make it fit you better?" in page


def test_private_words_never_reach_it(desk):
    logged(desk.cast.assignment, desk.cast.cleo, note="Nobody may read this", private=True)
    logged(desk.cast.assignment, desk.cast.cleo, state="not_today", private=True, note="Nor this")
    page = desk.read("review")
    assert "Nobody may read this" not in page
    assert "one kept private" in page and "Not today, " not in page


def test_whoever_opens_it_has_read_what_was_shared(desk):
    entry = logged(desk.cast.assignment, desk.cast.cleo, note="I rode one stop.")
    report = WeekReport.send(desk.cast.plan, topics="Sunday", by=desk.cast.cleo)
    desk.get("review")
    entry.refresh_from_db()
    report.refresh_from_db()
    assert entry.opened_by == desk.cast.tess and report.read_by == desk.cast.tess


def test_what_it_opens_stands_on_it_in_full(desk):
    words = [f"{number}. " + "and so on " * 60 + f"end {number}" for number in range(5)]
    for text in words:
        logged(desk.cast.assignment, desk.cast.cleo, note=text, obstacle_words="My shoes")
    page = desk.read("review")
    assert all(text in page for text in words) and "My shoes" in page
    assert not PracticeEntry.objects.filter(opened_at=None).exists()
    assert words[0] not in desk.read("review")


def test_answers_to_a_worksheet_stand_on_it_when_they_are_new(desk):
    desk.cast.assignment.prompts = [{"key": "seen", "question": "Who looked?", "kind": "text"}]
    desk.cast.assignment.save(update_fields=["prompts"])
    logged(desk.cast.assignment, desk.cast.cleo, answers={"seen": "Only the driver"})
    page = desk.read("review")
    assert "Who looked?" in page and "Only the driver" in page


def test_what_does_not_stand_on_it_stays_unopened(desk):
    wordless = logged(desk.cast.assignment, desk.cast.cleo, where="Line 9")
    elsewhere = logged(desk.draft(), desk.cast.cleo, note="Of no week yet")
    page = desk.read("review")
    assert "Line 9" not in page and "Of no week yet" not in page
    opened = PracticeEntry.objects.exclude(opened_at=None)
    assert not opened.filter(pk__in=[wordless.pk, elsewhere.pk]).exists()


def test_a_supervisor_leaves_the_report_to_the_therapist(desk, signed_in):
    report = WeekReport.send(desk.cast.plan, topics="Sunday", by=desk.cast.cleo)
    desk.client = signed_in(desk.cast.vera)
    assert "Sunday" in desk.read("review")
    report.refresh_from_db()
    assert report.read_at is None


def test_who_stands_in_sees_four_weeks_of_a_long_plan(desk, signed_in):
    now = timezone.now()
    WeekPlan.objects.update(starts_on=(now - timedelta(days=90)).date())
    facts = {"assignment": desk.cast.assignment, "by": desk.cast.cleo}
    old = logged(**facts, note="Long ago", done_at=now - timedelta(days=40))
    logged(**facts, note="Lately", done_at=now - timedelta(days=4))
    desk.client = signed_in(desk.cast.will)
    page = desk.read("review")
    assert "Lately" in page and "Long ago" not in page and "1 practice in 29 days" in page
    old.refresh_from_db()
    assert old.opened_at is None


def test_keeping_carries_the_homework_over_once(desk):
    desk.decide("keep")
    desk.decide("keep", "as_it_is", focus="Two more")
    carried = desk.plan.assignments.get()
    assert carried.title == "Two buses" and carried.carried_from == desk.cast.assignment
    assert desk.plan.focus == "Two more"


def test_finished_takes_the_carried_homework_out_again(desk):
    desk.decide("step_up")
    assert desk.plan.assignments.count() == 1
    desk.decide("finished")
    assert desk.plan.assignments.count() == 0


def test_not_this_week_sets_it_aside_and_it_can_come_back(desk):
    desk.decide("keep", "not_now")
    assert desk.plan.assignments.count() == 0
    assert "Not this week" in desk.read("review")
    desk.decide("keep", "as_it_is")
    assert desk.plan.assignments.count() == 1


def test_what_is_stepped_up_asks_anew_how_sure_the_client_is(desk):
    desk.cast.assignment.reword(confidence=90)
    desk.decide("keep")
    assert desk.plan.assignments.get().confidence == 90
    desk.decide("step_up")
    assert desk.plan.assignments.get().confidence is None


def test_a_reworded_homework_stays_reworded_when_the_screen_is_saved_again(desk):
    desk.decide("step_up")
    desk.plan.assignments.get().reword(title="Three buses", confidence=80)
    desk.decide("step_up", feedback="Well done")
    carried = desk.plan.assignments.get()
    assert (carried.title, carried.confidence) == ("Three buses", 80)


def test_the_later_of_two_windows_is_told_and_keeps_its_words(desk):
    stale = desk.answers(focus="From the second window")
    desk.review(focus="From the first window")
    response = desk.client.post(desk.at("review"), stale)
    page = response.content.decode()
    assert response.status_code == 422 and "Error:" in page
    assert "From the second window" in page and "From the first window" in page
    assert desk.plan.focus == "From the first window"


def test_after_being_told_the_later_window_may_save(desk):
    stale = desk.answers(focus="Second")
    desk.review(focus="First")
    desk.client.post(desk.at("review"), stale)
    desk.review(focus="Second")
    assert desk.plan.focus == "Second"


def test_saying_the_same_in_two_windows_is_no_conflict(desk):
    same = desk.answers(focus="Twice said", steps=[str(desk.cast.step.pk)])
    desk.client.post(desk.at("review"), same)
    assert desk.client.post(desk.at("review"), same).status_code == 302


def test_a_window_from_before_an_agreement_saves_nothing_onto_the_next_week(desk):
    old = desk.answers(focus="Old")
    desk.decide("keep")
    desk.post("plan-agreement")
    assert desk.client.post(desk.at("review"), old).status_code == 422
    assert desk.plan is None


def test_it_saves_while_somebody_types_and_says_when(desk):
    answers = desk.answers(fit="Mornings")
    response = desk.client.post(desk.at("review"), answers, headers=HTMX)
    words = response.content.decode()
    assert "Saved at" in words and 'name="edition" value="1"' in words
    assert Review.objects.get().fit == "Mornings"


def test_half_an_insight_is_kept_but_not_shared(desk):
    half = desk.answers(insight="That waiting is")
    desk.client.post(desk.at("review"), half, headers=HTMX)
    assert desk.cast.therapy.insights.count() == 0
    assert "That waiting is" in desk.read("review")


def test_an_insight_is_written_down_with_the_session(desk):
    desk.review(insight="That waiting is the step.")
    desk.review(insight="That waiting is the step.")
    insight = desk.cast.therapy.insights.get()
    assert insight.text == "That waiting is the step." and insight.session


def test_looking_and_saving_nothing_writes_nothing(desk):
    desk.get("review")
    desk.client.post(desk.at("review"), desk.answers(steps=[str(desk.cast.step.pk)]))
    assert desk.plan is None and not Review.objects.exists()


@pytest.mark.parametrize(
    "answers",
    [
        {"focus": "x" * 201},
        {"focus": "a\0b"},
        {"steps": ["11111111-1111-1111-1111-111111111111"]},
        {"quality": "splendid"},
        {"edition": "later"},
        {"edition": "-1"},
    ],
)
def test_what_cannot_be_kept_is_refused_with_the_page(desk, answers):
    response = desk.client.post(desk.at("review"), desk.answers(**answers))
    assert response.status_code == 422
    assert "There is a problem" in response.content.decode()
    assert desk.plan is None


def test_a_foreign_homework_in_a_decision_is_not_heard(desk):
    other = Assignment.objects.create(
        clinic=desk.cast.harbour,
        therapy=desk.cast.other,
        plan=WeekPlan.prepare(desk.cast.other, by=desk.cast.otto),
        title="Carl's",
        target_count=1,
    )
    desk.review(**{f"decision-{other.pk}": "keep"}, focus="Ours")
    assert not Decision.objects.exists()


def test_each_sixth_session_asks_whether_the_goal_is_still_right(desk):
    assert "Is the goal still right?" not in desk.read("review")
    for week in range(1, 6):
        starts_at = desk.cast.session.starts_at - timedelta(weeks=week)
        TherapySession.book(desk.cast.therapy, starts_at=starts_at, by=desk.cast.tess)
    assert "Is the goal still right?" in desk.read("review")


def test_a_supervisor_looks_and_cannot_write(desk, signed_in):
    desk.client = signed_in(desk.cast.vera)
    assert "Agree on this week" not in desk.read("review")
    assert desk.review().status_code == 403


def test_a_stranger_finds_nothing(desk, signed_in):
    desk.client = signed_in(desk.cast.otto)
    assert desk.get("review").status_code == 404


def test_entries_taken_back_are_not_there(desk):
    entry = logged(desk.cast.assignment, desk.cast.cleo, note="Taken back")
    entry.withdraw(by=desk.cast.cleo)
    assert "Taken back" not in desk.read("review")
    assert PracticeEntry.objects.get().opened_at is None


def test_it_costs_the_same_with_more_of_everything(desk):
    for number in range(2):
        logged(desk.cast.assignment, desk.cast.cleo, note=f"Note {number}")
    desk.decide("keep")
    few = len(queries_of(desk.client, desk.at("review")))
    for number in range(6):
        logged(desk.cast.assignment, desk.cast.cleo, note=f"More {number}")
        desk.cast.goal.add_step(f"Step {number}", by=desk.cast.tess, together=True)
        desk.cast.session.write_insight(f"Insight {number}", by=desk.cast.tess)
    assert len(queries_of(desk.client, desk.at("review"))) == few <= 30


def test_it_is_read_in_the_audit_log(desk):
    desk.read("review")
    event = AuditEvent.objects.filter(action="therapy.read").get()
    assert (event.actor, event.therapy_id) == (desk.cast.tess, desk.cast.therapy.pk)


@pytest.mark.parametrize("method", ["head", "options", "post"])
@pytest.mark.parametrize("name", ["review", "sessions", "goals-together"])
def test_whatever_way_it_is_asked_for_the_reading_is_audited(desk, name, method):
    getattr(desk.client, method)(desk.at(name), {"edition": "x"})
    event = AuditEvent.objects.filter(action="therapy.read").get()
    assert (event.actor, event.therapy_id) == (desk.cast.tess, desk.cast.therapy.pk)
