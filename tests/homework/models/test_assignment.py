"""One homework: its target, its words, its way into the next plan."""

from datetime import date

import pytest
from django.utils import translation

from homework import card_rows
from homework.models import Assignment, Exercise, Skill, WeekPlan
from tests.homework.models.practice import fresh, log

pytestmark = pytest.mark.django_db

COUNT = {"target_kind": "count", "target_count": 4}
DAYS = {"target_kind": "weekdays", "target_weekdays": 0b0010001}
ONCE = {"target_kind": "by_date", "target_date": date(2026, 11, 6)}


@pytest.fixture
def draft(cast):
    return WeekPlan.prepare(cast.therapy, by=cast.tess)


@pytest.fixture
def exercise(cast):
    skill = Skill.objects.create(clinic=cast.harbour, key="bus", name="Riding")
    return Exercise.objects.create(
        clinic=cast.harbour,
        skill=skill,
        key="two-buses",
        title="Two buses",
        how="Get on.\n\n Ride. ",
        usual_count=5,
        prompts=[{"key": "a", "question": "How was it?", "kind": "text"}],
    )


@pytest.mark.parametrize(
    ("target", "planned", "words"),
    [
        (COUNT, 4, "4 times in 7 days"),
        ({**COUNT, "target_count": 1}, 1, "1 time in 7 days"),
        (DAYS, 2, "On Monday and Friday"),
        (ONCE, 1, "Once, by Friday 6 November"),
        ({"target_kind": "count"}, None, ""),
    ],
)
def test_a_target_is_a_number_and_a_sentence(target, planned, words):
    assignment = Assignment(**target)
    with translation.override("en-gb"):
        assert (assignment.planned_a_week, assignment.how_much) == (planned, words)


def test_weekdays_are_read_from_their_bits():
    assert Assignment(**DAYS).weekdays == [0, 4]
    assert Assignment(**COUNT).weekdays == []


def test_how_to_do_it_is_one_step_a_line_and_its_cue_one_line():
    assignment = Assignment(how="Get on.\n\n  Ride.", after_what="After lunch", where="at the stop")
    assert assignment.how_steps == ["Get on.", "Ride."]
    assert assignment.cue == "After lunch, at the stop"


@pytest.mark.parametrize(("sure", "less"), [(None, False), (80, True), (90, False)])
def test_under_ninety_is_less_sure(sure, less):
    assert Assignment(confidence=sure).is_less_sure is less


def test_it_takes_an_exercise_as_it_is_today(cast, draft, exercise):
    homework = Assignment.from_exercise(exercise, plan=draft, step=cast.step, target_count=2)
    exercise.revise(title="Three buses", prompts=[])
    homework = fresh(homework)
    assert (homework.title, homework.target_count, homework.skill) == (
        *("Two buses", 2),
        exercise.skill,
    )
    assert homework.prompts[0]["question"] == "How was it?"


def test_an_exercise_brings_its_usual_target(draft, exercise):
    assert Assignment.from_exercise(exercise, plan=draft).target_count == 5


def test_carried_on_it_keeps_its_wording_but_not_the_weeks_record(cast, draft):
    cast.assignment.reword(when="at eight", begun_in_session=True, confidence=80)
    log(cast)
    carried = fresh(cast.assignment.carry_into(draft))
    assert (carried.title, carried.when, carried.step, carried.confidence) == (
        *("Two buses", "at eight"),
        *(cast.step, 80),
    )
    assert not carried.begun_in_session and not carried.entries.exists()
    assert carried.carried_from == cast.assignment and not carried.is_new_wording


def test_carried_on_with_a_change_there_is_something_to_agree_on(cast, draft):
    carried = cast.assignment.carry_into(draft, title="Three buses")
    assert carried.is_new_wording and cast.assignment.is_new_wording
    assert cast.assignment.title == "Two buses"


def test_homework_by_a_date_that_has_gone_by_becomes_once_a_week(cast, draft):
    cast.assignment.reword(target_count=None, **ONCE)
    carried = cast.assignment.carry_into(draft)
    assert (carried.target_kind, carried.target_count) == ("count", 1)
    dated = {"target_kind": "by_date", "target_date": date(2026, 11, 20), "target_count": None}
    again = cast.assignment.carry_into(draft, **dated)
    assert again.target_date == date(2026, 11, 20)


def test_withdrawn_it_leaves_today_and_keeps_what_was_practised(cast):
    entry = log(cast)
    for who in (cast.tess, cast.will):
        cast.assignment.withdraw(by=who)
    assert fresh(cast.assignment).withdrawn_by == cast.tess
    assert cast.assignment.state == "withdrawn"
    assert cast.assignment not in Assignment.objects.running()
    assert fresh(entry).assignment == cast.assignment


def test_what_was_practised_cannot_be_removed(cast):
    entry = log(cast, note="I rode two.")
    cast.assignment.remove(by=cast.tess)
    assert fresh(entry).note == "I rode two." and fresh(cast.assignment)


def test_homework_moves_one_place_in_its_plan(cast, draft):
    first, second, third = (
        Assignment.objects.create(
            clinic=cast.harbour, therapy=cast.therapy, plan=draft, position=n, target_count=1
        )
        for n in range(3)
    )
    third.move("up", by=cast.tess)
    first.move("up", by=cast.tess)
    second.move("down", by=cast.tess)
    assert list(draft.assignments.all()) == [first, third, second]


def test_its_life_follows_its_plans(cast, draft):
    homework = cast.assignment.carry_into(draft)
    assert [homework.state, cast.assignment.state] == ["draft", "agreed"]
    draft.agree(by=cast.cleo)
    assert [fresh(homework).state, fresh(cast.assignment).state] == ["agreed", "closed"]


def test_only_agreed_homework_reaches_its_client(cast, draft):
    cast.assignment.carry_into(draft)
    assert list(Assignment.objects.of_client(cast.cleo)) == [cast.assignment]
    assert not Assignment.objects.of_client(cast.carl).exists()
    assert str(cast.assignment) == f"Assignment {cast.assignment.pk}"


def test_what_a_therapys_end_left_open_stays_on_today(cast, draft):
    cast.therapy.end(by=cast.tess)
    [(homework, _entry)] = card_rows.of_day(cast.cleo, date(2026, 11, 6))
    assert homework == cast.assignment and homework not in Assignment.objects.running()


def test_one_may_log_from_the_day_before_it_was_agreed(cast):
    assert (cast.plan.starts_on - cast.assignment.first_day).days == 1
