"""The week: draft, proposed, agreed; its successor closes it."""

from datetime import date

import pytest

from accounts.models import AuditEvent
from homework.models import ChangeRequest, PlanAgreement, Review, WeekPlan
from tests.cast import agreed_plan
from tests.homework.models.practice import at, fresh, log
from tests.queries import Queries
from tests.threads import at_once

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(cast):
    return WeekPlan.prepare(cast.therapy, by=cast.tess, session=cast.session)


def test_preparing_twice_goes_on_with_the_same_draft(cast, draft):
    assert WeekPlan.prepare(cast.therapy, by=cast.will) == draft
    assert (draft.state, draft.session) == ("draft", cast.session)
    assert list(WeekPlan.objects.in_preparation()) == [draft]


def test_it_is_laid_before_the_client_and_taken_back(cast, draft):
    for _twice in range(2):
        draft.propose(by=cast.tess)
    assert list(WeekPlan.objects.awaiting_client()) == [draft]
    for _twice in range(2):
        draft.take_back(by=cast.tess)
    assert draft.state == "draft" and not WeekPlan.objects.awaiting_client().exists()


def test_one_that_was_agreed_meanwhile_is_not_taken_back(cast, draft):
    draft.propose(by=cast.tess)
    as_read = WeekPlan.objects.get(pk=draft.pk)
    draft.agree(by=cast.cleo)
    as_read.take_back(by=cast.tess)
    assert WeekPlan.objects.get(pk=draft.pk).proposed_at
    assert not AuditEvent.objects.filter(action="plan.taken_back").exists()


def test_a_wish_is_answered_by_the_next_proposal(cast, draft):
    draft.propose(by=cast.tess)
    wish = draft.ask_for_change("Fewer buses", by=cast.cleo)
    assert fresh(wish).text == "Fewer buses" and wish.answered_at is None
    draft.take_back(by=cast.tess)
    draft.propose(by=cast.tess)
    assert fresh(wish).answered_at and str(wish).startswith("Asked 20")


def test_agreeing_answers_the_wishes_too(cast, draft):
    draft.ask_for_change("Fewer buses", by=cast.cleo)
    draft.agree(by=cast.cleo)
    assert not ChangeRequest.objects.filter(answered_at=None).exists()


@pytest.mark.parametrize(("name", "in_the_room"), [("cleo", False), ("tess", True)])
def test_the_yes_says_who_pressed_and_where(cast, draft, name, in_the_room):
    for _twice in range(2):
        draft.agree(by=getattr(cast, name))
    yes = PlanAgreement.objects.get(plan=draft)
    assert (yes.by, yes.in_the_room) == (getattr(cast, name), in_the_room)
    assert str(yes).startswith("Agreed 20")


def test_it_starts_on_the_clients_practice_day(cast, draft):
    cast.cleo.time_zone = "America/New_York"
    cast.cleo.save()
    cast.plan.close("superseded", by=cast.tess)
    draft.agree(by=cast.tess, at=at("2099-11-03T08:30+00:00"))
    assert fresh(draft).starts_on == date(2099, 11, 2)


def test_its_successor_closes_it_unreviewed(cast, draft):
    draft.agree(by=cast.cleo)
    assert fresh(cast.plan).closed_reason == "superseded"
    assert list(WeekPlan.objects.running().filter(therapy=cast.therapy)) == [draft]


@pytest.mark.parametrize(("reviewed", "reason"), [(True, "reviewed"), (False, "superseded")])
def test_a_review_that_was_begun_goes_out_unless_it_is_held_back(cast, draft, reviewed, reason):
    review = Review.of(cast.plan, by=cast.tess)
    draft.agree(by=cast.cleo, reviewed=reviewed)
    assert fresh(cast.plan).closed_reason == reason
    assert bool(fresh(review).finished_at) == reviewed and fresh(review).by == cast.tess


def test_a_closed_plan_is_neither_agreed_nor_closed_again(cast, draft):
    draft.close("superseded", by=cast.tess)
    draft.agree(by=cast.cleo)
    draft.close("reviewed", by=cast.tess)
    draft.propose(by=cast.tess)
    assert (fresh(draft).state, fresh(draft).closed_reason) == ("closed", "superseded")
    assert fresh(cast.plan).state == "agreed"


def test_the_end_of_a_therapy_closes_what_runs_and_what_was_prepared(cast, draft):
    cast.therapy.end(by=cast.tess)
    closed = {plan.closed_reason for plan in cast.therapy.plans.all()}
    assert closed == {"ended"} and not cast.therapy.plans.open().exists()


def test_every_save_is_an_edition(cast, draft):
    draft.write(focus="One small thing", by=cast.tess)
    draft.write(focus="One thing", by=cast.will)
    assert (fresh(draft).focus, fresh(draft).edition) == ("One thing", 2)


def test_it_names_the_steps_it_chips_at(cast, draft):
    first, second = cast.goal.steps.all()
    draft.chip_at([first, second])
    draft.chip_at([second])
    assert [each.step for each in draft.plan_steps.all()] == [second]
    assert str(draft.plan_steps.get()) == f"Plan {draft.pk} serves {second.pk}"


def test_a_client_finds_only_their_own(cast):
    assert list(WeekPlan.objects.of_client(cast.cleo)) == [cast.plan]
    assert not WeekPlan.objects.of_client(cast.carl).exists()
    assert str(cast.plan) == f"Plan {cast.plan.pk}"


@pytest.mark.parametrize(("week", "queries"), [("with_week", 3), ("for_review", 3)])
def test_a_week_is_read_in_three_queries(cast, week, queries):
    shared = log(cast, note="I rode two.")
    private = log(cast, state="not_today", private=True)
    with Queries() as asked:
        plan = getattr(WeekPlan.objects.filter(pk=cast.plan.pk), week)().get()
        seen = {e.pk for a in plan.assignments.all() for e in a.entries.all()}
        assert plan.assignments.all()[0].step.goal == cast.goal
    assert len(asked) == queries
    assert seen == ({shared.pk, private.pk} if week == "with_week" else {shared.pk})


@pytest.mark.django_db(transaction=True)
def test_agreed_twice_at_once_it_is_agreed_once(cast):
    draft = WeekPlan.prepare(cast.therapy, by=cast.tess)
    people = [cast.cleo, cast.tess, cast.cleo, cast.will]
    at_once(lambda n: WeekPlan.objects.get(pk=draft.pk).agree(by=people[n]), times=4)
    assert list(WeekPlan.objects.running().filter(therapy=cast.therapy)) == [draft]
    assert PlanAgreement.objects.filter(plan=draft).count() == 1


@pytest.mark.django_db(transaction=True)
def test_plans_begun_and_agreed_at_once_leave_one_running(cast):
    at_once(lambda n: agreed_plan(cast.therapy, cast.tess, f"Homework {n}"), times=4)
    assert WeekPlan.objects.running().filter(therapy=cast.therapy).count() == 1
    assert not WeekPlan.objects.in_preparation().filter(therapy=cast.therapy).exists()


@pytest.mark.django_db(transaction=True)
def test_a_therapy_that_ends_while_a_plan_is_agreed_leaves_none_running(cast):
    draft = WeekPlan.prepare(cast.therapy, by=cast.tess)
    therapy = fresh(cast.therapy)
    verbs = [lambda: fresh(draft).agree(by=cast.cleo), lambda: therapy.end(by=cast.tess)]
    at_once(lambda n: verbs[n]())
    assert not WeekPlan.objects.open().filter(therapy=cast.therapy).exists()
