"""How many messages a day: seen and agreed with the plan, so that a cue keeps its moment."""

from datetime import time

import pytest

from homework.models import Assignment, WeekPlan
from reminders.models import Recipient
from tests.cast import proposed_plan
from tests.homework.presses import address

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(cast):
    """Next week, laid before Cleo: one homework in the morning, one in the evening."""
    plan = proposed_plan(cast.therapy, cast.tess)
    [first] = plan.assignments.all()
    first.reword(remind_at=time(8))
    facts = {"clinic": cast.harbour, "therapy": cast.therapy, "plan": plan, "position": 1}
    Assignment.objects.create(**facts, title="Two stops", target_count=1, remind_at=time(19, 30))
    return plan


@pytest.fixture
def shown(cast, plan, signed_in):
    """The section of reminders on the page where the plan is agreed."""

    def read():
        [section] = signed_in(cast.cleo).get(address("agree", plan)).context["sections"]
        return section["section"]

    return read


def agree(client, plan, **answers):
    plan.refresh_from_db()
    return client.post(address("agree", plan), {"edition": plan.edition, **answers})


def rule(user):
    return Recipient.objects.get(user=user).a_day


def test_the_client_sees_when_they_come_and_how_many(shown):
    seen = shown()
    assert seen["times"] == "08:00, 19:30"
    assert seen["form"].initial["messages_a_day"] == 1
    assert seen["more"]


def test_ones_own_time_and_quiet_hours_are_what_is_shown(cast, shown):
    recipient = Recipient.objects.get(user=cast.cleo)
    recipient.choose(by=cast.cleo, quiet_from=time(19), quiet_until=time(9))
    assert shown()["times"] == "09:00, 19:00"
    recipient.choose(by=cast.cleo, at=time(12))
    assert shown()["times"] == "12:00" and not shown()["more"]


def test_a_plan_without_homework_has_nothing_to_remind_of(cast, signed_in):
    plan = WeekPlan.prepare(cast.therapy, by=cast.tess)
    plan.propose(by=cast.tess)
    page = signed_in(cast.cleo).get(address("agree", plan)).text
    assert "I agree" in page and "Reminders" not in page


def test_what_is_agreed_holds_and_is_kept_with_the_plan(cast, client, plan, signed_in):
    assert agree(signed_in(cast.cleo), plan, messages_a_day="2").status_code == 302
    plan.refresh_from_db()
    assert (rule(cast.cleo), plan.agreement.messages_a_day) == (2, 2)


@pytest.mark.parametrize("answers", [{}, {"messages_a_day": ""}])
def test_a_yes_without_a_word_on_it_changes_nothing(cast, plan, signed_in, answers):
    Recipient.objects.get(user=cast.cleo).choose(by=cast.cleo, a_day=3)
    agree(signed_in(cast.cleo), plan, **answers)
    plan.refresh_from_db()
    assert plan.agreed_at and rule(cast.cleo) == 3


@pytest.mark.parametrize("number", ["0", "4", "many"])
def test_another_number_is_refused(cast, plan, signed_in, number):
    assert agree(signed_in(cast.cleo), plan, messages_a_day=number).status_code == 422
    assert rule(cast.cleo) == 1


def test_whoever_has_them_off_is_told_and_not_asked(cast, shown):
    Recipient.objects.get(user=cast.cleo).stop(by=cast.cleo)
    assert shown() == {"comes": False}


@pytest.mark.parametrize("screen", ["show", "review"])
def test_in_the_room_both_read_it_before_they_agree(cast, plan, signed_in, screen):
    plan.take_back(by=cast.tess)
    told = signed_in(cast.tess).get(f"/caseload/{cast.therapy.pk}/{screen}/").text
    assert "Reminders: 08:00, 19:30, at most once a day" in told
    assert "The later times are left out." in told


@pytest.mark.parametrize("screen", ["show", "review"])
def test_in_the_room_it_is_not_told_that_somebody_has_none(cast, plan, signed_in, screen):
    plan.take_back(by=cast.tess)
    Recipient.objects.get(user=cast.cleo).stop(by=cast.cleo)
    told = signed_in(cast.tess).get(f"/caseload/{cast.therapy.pk}/{screen}/").text
    assert "Two stops" in told and "Reminders" not in told


def test_agreed_in_the_room_it_stays_the_clients_own_word(cast, plan):
    plan.agree(by=cast.tess)
    assert rule(cast.cleo) == 1 and plan.agreement.messages_a_day is None
