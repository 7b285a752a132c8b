"""Pressed in two windows at the same moment, on real transactions: once is once."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Away, Cover, Draft
from homework.models import HomeworkProposal, Insight, PracticeEntry, WeekPlan
from tests.cast import gather
from tests.homework.presses import address, logged, press
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cast(settings):
    settings.STAFF_SECOND_FACTOR = False
    return gather()


def press_at_once(user, url, *answers):
    """Send each of these answers to one address, all at the same moment."""
    windows = [Client() for _answer in answers]
    for window in windows:
        window.force_login(user)
    got = at_once(lambda n: windows[n].post(url, answers[n]), len(answers))
    assert [answer.status_code for answer in got] == [302] * len(answers)


def test_of_two_corrections_none_is_lost(cast):
    entry = logged(cast.assignment, cast.cleo, note="One")
    said = [{"state": "done", "note": note} for note in ("Two", "Three", "Four")]
    press_at_once(cast.cleo, address("entry", entry), *said)
    entry = PracticeEntry.objects.get(pk=entry.pk)
    earlier = {wording.words["note"] for wording in entry.wordings.all()}
    assert earlier | {entry.note} == {"One", "Two", "Three", "Four"}


def test_a_place_kept_at_the_moment_of_done_is_no_place_to_go_on_at(cast):
    done = press(step="2")
    place = {"step": "2", "device_id": done["device_id"]}
    sent = [
        (address("today-log", cast.assignment), done),
        (f"/drafts/start/{cast.assignment.pk}/", place),
    ]
    windows = [Client() for _each in sent]
    for window in windows:
        window.force_login(cast.cleo)
    got = at_once(lambda n: windows[n].post(*sent[n]), len(sent))
    assert [answer.status_code for answer in got] == [302, 204]
    assert not Draft.objects.exists()


def test_a_step_is_proposed_once(cast):
    press_at_once(cast.cleo, address("step-proposal", cast.goal), *[{"title": "Sit upstairs"}] * 3)
    assert [step.title for step in cast.goal.steps.all()].count("Sit upstairs") == 1


def test_a_homework_is_proposed_once(cast):
    press_at_once(cast.cleo, address("proposal", cast.therapy), *[{"title": "Swim"}] * 3)
    assert HomeworkProposal.objects.count() == 1


def test_a_proposal_is_taken_or_taken_back_and_never_both(cast):
    plan = WeekPlan.prepare(cast.therapy, by=cast.tess)
    for title in ("Swim", "Walk", "Ride", "Row", "Climb"):
        proposal = HomeworkProposal.propose(cast.therapy, title=title, by=cast.cleo)
        answered_at_once(proposal.pk, plan, cast)
        proposal.refresh_from_db()
        in_the_plan = title in [homework.title for homework in plan.assignments.all()]
        assert proposal.state == ("taken" if in_the_plan else "withdrawn")


def answered_at_once(pk, plan, cast):
    mine, theirs = (HomeworkProposal.objects.get(pk=pk) for _window in range(2))
    presses = [lambda: mine.withdraw(by=cast.cleo), lambda: theirs.take(plan, by=cast.tess)]
    at_once(lambda n: presses[n](), 2)


def test_an_insight_is_kept_once(cast):
    url = f"/caseload/{cast.therapy.pk}/sessions/{cast.session.pk}/insights/"
    press_at_once(cast.tess, url, *[{"text": "It passes"}] * 3)
    assert Insight.objects.count() == 1


def test_an_absence_is_announced_once(cast):
    first = timezone.localdate() + timedelta(days=20)
    away = {"starts_on": first.isoformat(), "back_on": (first + timedelta(days=4)).isoformat()}
    days = away | {"covered_by": str(cast.otto.pk)}
    press_at_once(cast.tess, "/away/", *[days] * 3)
    assert (Away.objects.count(), Cover.objects.filter(therapist=cast.otto).count()) == (1, 1)


def test_a_record_is_opened_once(cast):
    url = f"/caseload/{cast.other.pk}/open-record/"
    press_at_once(cast.tess, url, *[{"reason": "He rang"}] * 3)
    assert Cover.objects.filter(break_glass=True).count() == 1
