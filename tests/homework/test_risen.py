"""What a client sees of their progress: counts that only rise, whatever anybody else does."""

from datetime import timedelta

import pytest
from django.conf import settings as django_settings
from django.db import transaction
from django.utils import timezone
from hypothesis import example, given, settings
from hypothesis import strategies as st

from goals.models import EndGoal, GoalRating, Step
from homework.models import Assignment, PracticeEntry, Review, WeekPlan
from homework.risen import Risen
from tests.cast import agreed_plan, gather, therapy
from tests.homework.presses import logged

pytestmark = pytest.mark.django_db
COUNTS = ("practices", "places", "steps", "ratings")


@pytest.fixture
def goals(cast, signed_in):
    return lambda: signed_in(cast.cleo).get("/goals/").text


def test_nothing_is_counted_before_there_is_anything(goals):
    assert "What I have done so far" not in goals()


def test_practices_places_steps_and_numbers_are_counted(cast, goals):
    for where, state in (("Bus", "done"), ("bus ", "partly"), ("Tram", "done"), ("", "not_today")):
        logged(cast.assignment, cast.cleo, state, where=where, private=where == "Tram")
    cast.step.close("done", by=cast.tess)
    GoalRating.objects.rate(cast.goal, 4, on=timezone.localdate(), by=cast.cleo)
    page = goals()
    assert "<b>3</b> practices since" in page and "<b>2</b> places" in page
    assert "<b>1</b> step reached" in page and "<b>1</b> time I said" in page


def test_it_is_said_since_when(cast, goals):
    logged(cast.assignment, cast.cleo, done_at=timezone.now() - timedelta(days=1))
    logged(cast.assignment, cast.cleo)
    day = PracticeEntry.objects.earliest("practice_date").practice_date
    assert f"practices since {day.day} " in goals()


def test_all_therapies_count_together_and_those_of_others_do_not(cast):
    second = agreed_plan(therapy(cast.harbour, cast.otto, cast.cleo), cast.otto, "Breathe")
    logged(cast.assignment, cast.cleo)
    logged(second.assignments.get(), cast.cleo)
    assert Risen.of(cast.cleo).practices == 2
    assert not Risen.of(cast.carl)


def test_only_taking_back_lowers_a_count(cast):
    entry = logged(cast.assignment, cast.cleo, where="Bus")
    entry.withdraw(by=cast.cleo)
    assert not Risen.of(cast.cleo)
    entry.restore(by=cast.cleo)
    assert Risen.of(cast.cleo).practices == 1


# --- whatever anybody else does, in whatever order ---


def entry_of(cast):
    return PracticeEntry.objects.order_by("received_at").last()


def on_entry(name, who="cleo", **facts):
    def act(cast):
        if entry := entry_of(cast):
            getattr(entry, name)(by=getattr(cast, who), **facts)

    return act


def on_step(name, *args):
    def act(cast):
        getattr(Step.objects.get(pk=cast.step.pk), name)(*args, by=cast.tess)

    return act


def on_goal(name, *args):
    def act(cast):
        getattr(EndGoal.objects.get(pk=cast.goal.pk), name)(*args, by=cast.tess)

    return act


def on_therapy(name, **facts):
    def act(cast):
        cast.therapy.refresh_from_db()
        getattr(cast.therapy, name)(by=cast.tess, **facts)

    return act


def practise(state, where):
    return lambda cast: logged(cast.assignment, cast.cleo, state, where=where)


def plan_anew(cast):
    if cast.therapy.is_open:
        agreed_plan(cast.therapy, cast.tess, "Three buses")


def withdraw_homework(cast):
    Assignment.objects.get(pk=cast.assignment.pk).withdraw(by=cast.tess)


def review(cast):
    Review.of(WeekPlan.objects.get(pk=cast.plan.pk), by=cast.tess).finish(by=cast.tess)


def rate(value):
    return lambda cast: GoalRating.objects.rate(
        cast.goal, value, on=timezone.localdate(), by=cast.cleo
    )


def hand_over(cast):
    cast.therapy.hand_over(to=cast.will, by=cast.tess)


ACTS = {
    "log Done at the bus": practise("done", "Bus"),
    "log Partly on the tram": practise("partly", "Tram"),
    "log Not today": practise("not_today", ""),
    "say more": on_entry("add", note="It was full"),
    "keep private": on_entry("make_private"),
    "share": on_entry("share"),
    "have it read": lambda cast: PracticeEntry.objects.mark_heard(by=cast.tess),
    "rate 3": rate(3),
    "rate 0": rate(0),
    "step done": on_step("close", "done"),
    "step let go": on_step("close", "let_go"),
    "step opened again": on_step("reopen"),
    "step moved": on_step("move_to", 2),
    "goal let go": on_goal("close", "let_go"),
    "goal opened again": on_goal("reopen"),
    "homework withdrawn": withdraw_homework,
    "week answered": review,
    "next week agreed": plan_anew,
    "handed over": hand_over,
    "paused": on_therapy("pause"),
    "gone on": on_therapy("resume"),
    "ended": on_therapy("end"),
}


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield gather()
        transaction.set_rollback(True)


@settings(max_examples=40, derandomize=True)
@given(acts=st.lists(st.sampled_from(sorted(ACTS)), min_size=6, max_size=20))
@example(acts=["step done", "step opened again", "step let go"])
@example(acts=["log Done at the bus", "keep private", "homework withdrawn", "ended"])
def test_no_act_of_anybody_lowers_a_count(world, acts):
    with transaction.atomic():
        before = Risen.of(world.cleo)
        for act in acts:
            ACTS[act](world)
            after = Risen.of(world.cleo)
            for count in COUNTS:
                assert getattr(after, count) >= getattr(before, count), (act, count)
            before = after
        transaction.set_rollback(True)


# --- and nothing else is printed on a client's page ---


def test_no_page_of_a_client_prints_a_share_of_a_target():
    folders = ("goals", "homework/client")
    root = django_settings.BASE_DIR / "templates"
    pages = [path for folder in folders for path in (root / folder).rglob("*.html")]
    pages += [*root.glob("homework/*_section.html")]
    said = {path: path.read_text("utf-8").replace("{%", "").replace("%}", "") for path in pages}
    fall = ("momentum", "lately", "streak", "in a row", " % of", "percent", "%%")
    assert {path.name: word for path, text in said.items() for word in fall if word in text} == {}
