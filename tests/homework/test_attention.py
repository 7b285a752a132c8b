"""Who needs whom: the rules on plain facts, and the row kept true."""

import uuid
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from homework.need.answer import answer
from homework.need.facts import Facts, Hindrance, Notes, Pointer, Problem
from homework.need.rules import reasons
from homework.need.rules.reason import next_working_day
from homework.progress import Planned, Practice

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)  # a Tuesday
TODAY = NOW.date()
LONDON = ZoneInfo("Europe/London")
WORK = uuid.uuid4()


def ago(days):
    return TODAY - timedelta(days=days)


def facts(**changes):
    usual = {
        "now": NOW,
        "today": TODAY,
        "zone": LONDON,
        "office": LONDON,
        "begun_at": NOW - timedelta(days=60),
        "has_goal": True,
        "plan_runs_since": ago(10),
        "planned": [Planned(WORK, ago(10), times=4)],
        "last_entry_on": ago(2),
    }
    return Facts(**{**usual, **changes})


def codes(**changes):
    return [reason.code for reason in reasons(facts(**changes))]


def practised(*days_ago, state="done"):
    return [Practice(WORK, ago(days), state) for days in days_ago]


def unread(received_at):
    return Notes(1, received_at, received_at.date())


def test_a_note_comes_first_from_the_next_working_day():
    friday = datetime(2026, 11, 20, 18, tzinfo=UTC)
    assert next_working_day(friday.date()) == date(2026, 11, 23)
    assert codes(notes=unread(friday))[0] == "note"
    assert codes(notes=unread(NOW))[0] == "new_note"


def test_low_confidence_counts_only_when_practice_stalls_too():
    quiet = {"last_entry_on": ago(9)}
    assert codes(confidence=50, **quiet)[0] == "stalled"
    assert codes(confidence=90, **quiet) == ["quiet"]
    assert "stalled" not in codes(confidence=50, last_entry_on=ago(1), practices=practised(1))


def test_a_report_comes_first_two_hours_before_the_session():
    at = NOW + timedelta(hours=3)
    early = answer(facts(report=Pointer("r", NOW), next_session_at=at))
    assert early["group"] == 2 and early["next_change_at"] == NOW + timedelta(hours=1)
    near = facts(report=Pointer("r", NOW), next_session_at=NOW + timedelta(hours=2))
    assert [reason.code for reason in reasons(near)] == ["report_soon"]
    read = facts(report=Pointer("r", NOW), report_is_read=True, next_session_at=NOW)
    assert "report_soon" not in [reason.code for reason in reasons(read)]


def test_how_it_goes_lately_waits_for_a_week_of_plan():
    assert answer(facts())["momentum"] == 0
    young = facts(plan_runs_since=ago(6), planned=[Planned(WORK, ago(6), times=4)])
    assert answer(young)["momentum"] is None


def test_a_long_quiet_time_is_worth_a_look_before_the_session():
    (reason,) = [r for r in reasons(facts(last_entry_on=ago(8))) if r.group == 2]
    assert reason.code == "quiet" and reason.facts == {"since": ago(8)}
    assert [r.group for r in reasons(facts(last_entry_on=ago(7)))] == [3]


def test_a_new_plan_has_time_to_settle():
    new = {"plan_runs_since": ago(1), "confidence": 40, "last_entry_on": ago(20)}
    assert codes(**new) == ["new_plan"]


def test_nobody_is_stalled_on_paper_or_while_paused():
    quiet = {"last_entry_on": ago(30), "confidence": 10}
    assert codes(on_paper=True, **quiet) == ["on_paper"]
    assert codes(state="paused", paused_at=NOW, **quiet) == ["paused"]


def test_the_same_obstacle_three_times_in_four_weeks():
    tired = [Hindrance("tired", ago(days)) for days in (2, 9, 20)]
    assert "obstacle" in codes(hindrances=tired)
    assert "obstacle" not in codes(hindrances=[*tired[:2], Hindrance("tired", ago(40))])


def test_consent_is_announced_thirty_days_ahead():
    assert "consent" in codes(consent_on=TODAY + timedelta(days=30))
    assert "consent" not in codes(consent_on=TODAY + timedelta(days=31))


def test_every_sixth_session_asks_about_the_goal():
    session = {"next_session_at": NOW + timedelta(days=9), "practices": practised(1, 2, 3, 5)}
    assert codes(sessions_held=5, **session) == ["as_planned", "sixth"]
    assert codes(sessions_held=6, **session) == ["as_planned"]


def test_the_first_group_goes_by_reason_the_rest_by_session():
    early, late = NOW + timedelta(hours=3), NOW + timedelta(days=2)
    problem = Problem("email", "refused", NOW)
    bounced = answer(facts(problem=problem, next_session_at=early))
    noted = answer(facts(notes=unread(NOW - timedelta(days=4)), next_session_at=late))
    assert (noted["group"], bounced["group"]) == (1, 1)
    assert noted["rank"] < bounced["rank"]
    soon, later = (
        answer(facts(report=Pointer("r", NOW), next_session_at=at)) for at in (early, late)
    )
    assert soon["group"] == later["group"] == 2 and soon["rank"] < later["rank"]


def test_an_answer_holds_no_words_and_can_be_stored():
    stored = answer(facts(change=Pointer("c1", NOW), consent_on=TODAY))
    assert stored["reasons"][0] == ["change", {"request": "c1"}]
    assert ["consent", {"by": "2026-11-24"}] in stored["reasons"]


def test_it_may_change_when_the_practice_day_ends():
    assert answer(facts())["next_change_at"] == datetime(2026, 11, 25, 4, tzinfo=LONDON)
    quiet = facts(planned=[], plan_runs_since=None)
    assert answer(quiet)["next_change_at"] is None


def test_a_fresh_note_may_change_its_place_at_the_next_working_day():
    midnight = datetime(2026, 11, 25, tzinfo=LONDON)
    assert answer(facts(notes=unread(NOW)))["next_change_at"] == midnight


def test_an_ended_therapy_asks_for_nothing():
    ended = answer(facts(state="ended", notes=unread(NOW), next_session_at=NOW))
    assert ended["reasons"] == [] and ended["next_change_at"] is None


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"report": Pointer("r", NOW)}, "report"),
        ({"report": Pointer("r", NOW), "report_is_read": True}, "report_read"),
        ({"step_proposed": Pointer("s", NOW)}, "step_proposed"),
        ({"homework_proposed": Pointer("h", NOW)}, "homework_proposed"),
        ({"step_lacking": True}, "step_lacking"),
        ({"plan_waits_since": NOW}, "plan_waits"),
        ({"has_goal": False, "plan_runs_since": None}, "joined"),
        ({"plan_runs_since": None}, "resting"),
        ({"plan_runs_since": None, "next_session_at": NOW + timedelta(days=1)}, "no_plan"),
        ({"state": "invited", "has_goal": False, "plan_runs_since": None}, "not_invited"),
        ({"practices": practised(2)}, "practised"),
    ],
)
def test_each_situation_has_its_code(change, code):
    assert code in codes(**change)


def test_an_invitation_runs_out_by_itself():
    invited = {"state": "invited", "invited_at": NOW, "plan_runs_since": None}
    later = NOW + timedelta(days=3)
    assert codes(invitation_ends_at=later, **invited) == ["invited"]
    assert codes(invitation_ends_at=NOW, **invited) == ["invitation_ran_out"]
