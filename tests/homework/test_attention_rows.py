"""The stored row: marked by the verbs, worked out in bulk by whoever reads next."""

from datetime import timedelta
from threading import Thread

import pytest
from django.db import connection, transaction
from django.utils import timezone

from accounts.models import DeliveryProblem, Invitation, Therapy
from homework.attention import due_now, refresh_due
from homework.models import Attention, WeekPlan, WeekReport
from homework.models.attention import MARK
from tests.cast import agreed_plan, person, therapy
from tests.homework.presses import logged
from tests.queries import Queries

pytestmark = pytest.mark.django_db


def log(cast, state="done", days_ago=0, **words):
    return logged(cast.assignment, cast.cleo, state, days_ago, **words)


def row(therapy):
    Attention.refresh([therapy])
    return Attention.objects.get(therapy=therapy)


def codes(therapy):
    return [code for code, _facts in row(therapy).reasons]


def test_logging_marks_the_row_with_one_update(cast):
    Attention.refresh([cast.therapy])
    with Queries() as sent:
        log(cast)
    assert len([sql for sql in sent.asked if MARK.name in sql or "homework_attention" in sql]) == 1
    assert Attention.objects.get(therapy=cast.therapy).stale


def test_it_holds_the_week_the_notes_and_the_next_session(cast):
    log(cast, "partly", days_ago=1, note="One stop.")
    begun = timezone.localdate() - timedelta(days=8)
    WeekPlan.objects.filter(pk=cast.plan.pk).update(starts_on=begun)
    found = row(cast.therapy)
    assert [state for _day, state in found.week] == ["", "", "", "", "", "partly", ""]
    assert found.unread_notes == 1 and found.next_session_at == cast.session.starts_at
    assert not found.stale and found.momentum is not None


def test_a_private_not_today_is_nowhere(cast):
    log(cast, "not_today", private=True, note="Could not.", obstacle="tired")
    found = row(cast.therapy)
    assert not any(state for _day, state in found.week)
    assert found.last_entry_on is None and found.unread_notes == 0


def test_a_private_practice_counts_and_its_words_do_not(cast):
    log(cast, private=True, note="Mine.")
    found = row(cast.therapy)
    assert found.week[-1][1] == "done" and found.unread_notes == 0


def test_what_was_withdrawn_unseen_leaves_no_trace(cast):
    log(cast, note="Wrong button").withdraw(by=cast.cleo)
    assert row(cast.therapy).last_entry_on is None


def test_a_report_waits_until_it_is_read(cast):
    report = WeekReport.send(cast.plan, topics="Sunday", by=cast.cleo)
    assert row(cast.therapy).reasons[0] == ["report", {"report": str(report.pk)}]
    WeekReport.objects.update(read_at=timezone.now())
    assert "report_read" in codes(cast.therapy)


def test_a_request_for_a_change_and_a_waiting_plan(cast):
    plan = WeekPlan.prepare(cast.other, by=cast.otto)
    plan.propose(by=cast.otto)
    assert "plan_waits" in codes(cast.other)
    plan.ask_for_change("Evenings, if we can", by=cast.carl)
    assert codes(cast.other)[0] == "change"


def test_a_step_that_the_client_proposes_and_an_empty_staircase(cast):
    cast.goal.add_step("Ride to the market", by=cast.cleo)
    assert "step_proposed" in codes(cast.therapy)
    for step in cast.goal.steps.all():
        step.close("done", by=cast.tess)
    assert "step_lacking" in codes(cast.therapy)


def test_it_knows_the_step_of_now_by_its_numbers(cast):
    before = row(cast.therapy)
    cast.goal.add_step("Ride to the market", by=cast.cleo)
    found = row(cast.therapy)
    assert found.step_number == before.step_number == cast.goal.current_place
    assert found.step_total == before.step_total + 1 == len(cast.goal.stairs)


def test_a_mailbox_that_refuses_marks_each_therapy_of_the_person(cast):
    Attention.refresh([cast.therapy])
    DeliveryProblem.objects.create(
        clinic=cast.harbour, user=cast.cleo, channel="email", code="refused"
    )
    assert Attention.objects.get(therapy=cast.therapy).stale
    assert codes(cast.therapy)[0] == "bounce"


def test_somebody_invited_has_a_row_too(cast):
    begun = Therapy.begin(clinic=cast.harbour, lead=cast.tess, client_name="Nia", by=cast.tess)
    assert codes(begun) == ["not_invited"]
    Invitation.send_to_client(begun, email="nia@example.org", by=cast.tess)
    assert codes(begun) == ["invited"]


def test_accepting_makes_the_row(cast):
    assert Attention.objects.get(therapy=cast.far).stale
    assert "joined" in codes(cast.far)


def test_many_cost_as_much_as_one(cast):
    Attention.refresh([cast.therapy])
    with Queries() as one:
        Attention.refresh([cast.therapy])
    more = [therapy(cast.harbour, cast.tess, person(f"nia{n}")) for n in range(4)]
    for begun in more:
        agreed_plan(begun, cast.tess)
    with Queries() as many:
        Attention.refresh([cast.therapy, *more])
    assert len(one) == len(many) == 5


def test_the_tick_works_out_what_is_due_and_no_more_than_asked(cast):
    assert refresh_due(limit=2) == 2
    assert refresh_due() == 1
    assert refresh_due() == 0
    Attention.objects.filter(therapy=cast.far).update(next_change_at=timezone.now())
    assert list(Therapy.objects.filter(due_now())) == [cast.far]


@pytest.mark.django_db(transaction=True)
def test_a_row_in_other_hands_is_left_to_them(cast):
    refreshed = []

    def other_reader():
        refreshed.append(Attention.refresh([cast.therapy]))
        connection.close()

    with transaction.atomic():
        list(Attention.objects.select_for_update().filter(therapy=cast.therapy))
        reader = Thread(target=other_reader)
        reader.start()
        reader.join(20)
    assert refreshed == [0]
    assert Attention.objects.get(therapy=cast.therapy).stale
