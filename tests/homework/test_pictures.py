"""Pictures of half a year, on a page of their own."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from homework.golden_thread import GoldenThread
from homework.models import Assignment, PracticeEntry, Skill, TherapySession, WeekPlan
from homework.practice_day import practice_today
from tests.homework.presses import logged
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def weeks(cast):
    """Cleo's plan has run for two weeks."""
    begun = practice_today(cast.cleo.zone) - 14 * DAY
    WeekPlan.objects.filter(pk=cast.plan.pk).update(starts_on=begun)
    return cast


def log(cast, days_ago=0, state="done", **said):
    logged(cast.assignment, cast.cleo, state, days_ago, **said)


def url(cast):
    return f"/caseload/{cast.therapy.pk}/pictures/"


def album(cast, signed_in):
    page = signed_in(cast.tess).get(url(cast))
    assert page.status_code == 200
    return page.context["pictures"]


def test_how_hard_it_was_is_the_mean_of_a_week_and_gaps_stay(weeks, signed_in):
    for days, number in ((1, 4), (2, 1), (10, 0)):
        log(weeks, days, difficulty=number)
    found = album(weeks, signed_in).difficulty
    assert [number for _week, number in found] == [0, 2.5]
    assert found[1][0] - found[0][0] == 7 * DAY


def test_every_rating_before_and_after_has_its_picture(weeks, signed_in):
    log(weeks, 2, before=7, after=3)
    log(weeks, 1, before=6)
    ((_label, rows),) = album(weeks, signed_in).before_after_each
    assert [row[1:] for row in rows] == [(7, 3), (6, None)]


def test_obstacles_stand_in_their_weeks(weeks, signed_in):
    log(weeks, 1, "not_today", obstacle="tired")
    log(weeks, 2, "not_today", obstacle="tired")
    log(weeks, 9, "not_today", obstacle_words="The dog")
    first, second = album(weeks, signed_in).hindrances
    assert (first["counts"], first["total"]) == ([0, 0, 0, 0, 0, 0, 2, 0], 2)
    assert (second["words"], second["counts"][-3]) == ("The dog", 1)


def test_a_skill_says_where_it_is_used_and_where_not_yet(weeks, signed_in):
    skill = Skill.objects.create(key="wait", name="Waiting")
    Assignment.objects.filter(pk=weeks.assignment.pk).update(skill=skill)
    Assignment.objects.get(pk=weeks.assignment.pk).reword(where="the market")
    log(weeks, 2, where="Line 9")
    log(weeks, 1, where="line 9", with_whom="Ada")
    (row,) = album(weeks, signed_in).carried_over
    assert row == {
        "skill": "Waiting",
        "used": [("Line 9", 2), ("Ada", 1)],
        "not_yet": ["the market"],
    }


def test_what_changed_is_told_of_one_rating_and_not_of_two(weeks, signed_in):
    """Calm from 2 to 8 is no change in tension."""
    session = TherapySession.objects.get(pk=weeks.session.pk)
    insight = session.write_insight("Waiting is the step.", by=weeks.tess)
    weeks.assignment.reword(rating_label="Tension")
    calm = Assignment.in_own_words("Hum", plan=weeks.plan, rating_label="Calm")
    Assignment.objects.filter(plan=weeks.plan).update(insight=insight)
    log(weeks, 5, before=9, after=7)
    log(SimpleNamespace(assignment=calm, cleo=weeks.cleo), 2, before=2, after=8)
    log(weeks, 1, before=6, after=4)
    (row,) = album(weeks, signed_in).insights
    assert row["changed"] == "Tension: 9 before the first, 4 after the last"
    assert row["changed"] in signed_in(weeks.tess).get(url(weeks)).text


def test_an_insight_leads_to_practice_and_to_what_changed(weeks, signed_in):
    session = TherapySession.of_now(weeks.therapy, by=weeks.tess)
    insight = session.write_insight("Waiting is the step.", by=weeks.tess)
    Assignment.objects.filter(pk=weeks.assignment.pk).update(insight=insight)
    log(weeks, 3, before=8, after=6)
    log(weeks, 2, "not_today")
    log(weeks, 1, "partly", before=7, after=2)
    (row,) = album(weeks, signed_in).insights
    assert (row["insight"], row["titles"]) == (insight, [weeks.assignment.title])
    assert (row["times"], row["changed"]) == (2, "8 before the first, 2 after the last")


def test_how_sure_stands_beside_what_happened(weeks, signed_in):
    Assignment.objects.filter(pk=weeks.assignment.pk).update(
        confidence=90, target_kind="count", target_count=2, target_weekdays=None
    )
    for days in (1, 3):
        log(weeks, days)
    ((_title, sure, logged),) = album(weeks, signed_in).sureness
    assert sure == 90 and 40 <= logged <= 50


def test_what_is_private_or_taken_back_is_in_no_picture(weeks, signed_in):
    log(weeks, 1, difficulty=3, where="A secret place", private=True)
    found = album(weeks, signed_in)
    assert not (found.difficulty or found.carried_over or found.hindrances)
    assert "A secret place" not in signed_in(weeks.tess).get(url(weeks)).text


@pytest.mark.parametrize("words", [{"where": "Line 9"}, {"obstacle_words": "The dog"}])
def test_words_that_stand_here_were_read(weeks, signed_in, words):
    """The client is not told that nobody has opened what somebody has seen."""
    log(weeks, 1, **words)
    signed_in(weeks.tess).get(url(weeks))
    entry = PracticeEntry.objects.get()
    assert entry.opened_by == weeks.tess and entry.heard_at is None


def test_looking_opens_no_entry(weeks, signed_in):
    log(weeks, 1, note="I rode two.")
    signed_in(weeks.tess).get(url(weeks))
    assert not PracticeEntry.objects.exclude(opened_at=None).exists()


def test_before_the_first_plan_it_says_so(weeks, signed_in):
    page = signed_in(weeks.otto).get(f"/caseload/{weeks.other.pk}/pictures/")
    assert "The first picture comes with the first week plan." in page.text


def test_who_stands_in_sees_four_weeks_of_it(weeks):
    weeks.therapy.access = "write"
    assert GoldenThread(weeks.therapy, weeks.will).album.plans


def test_it_costs_the_same_with_more_entries(weeks, signed_in):
    log(weeks, 1, where="Line 9")
    few = queries_of(signed_in(weeks.tess), url(weeks))
    for days in range(2, 9):
        log(weeks, days, where=f"Line {days}", obstacle="tired", difficulty=2)
    assert len(queries_of(signed_in(weeks.tess), url(weeks))) == len(few) <= 14
