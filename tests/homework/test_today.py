"""Today: all homework of all therapies, one to the fore."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from accounts.models import Away
from homework.models import Review, TherapySession, WeekPlan
from homework.practice_day import practice_today
from tests.cast import agreed_plan, therapy
from tests.homework.presses import logged
from tests.queries import queries_of
from tests.reading import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def today(cast, signed_in):
    """The page as Cleo sees it, as text."""
    return lambda query="": signed_in(cast.cleo).get(f"/today/{query}").content.decode()


def test_it_shows_the_homework_with_its_plan_and_its_place_on_the_stairs(cast, today):
    page = today()
    assert "Two buses" in page and "One small thing" in page
    assert "Step 1 of 2 toward" in page and "Take the bus to work" in page
    assert "Look at the timetable. It counts as done." in read(page)
    assert "4 planned" in page and "so far" not in page


def test_it_takes_five_queries_however_much_there_is(cast, signed_in):
    client = signed_in(cast.cleo)
    few = queries_of(client, "/today/")
    assert len(few) <= 5, few
    second = therapy(cast.harbour, cast.otto, cast.cleo)
    plan = agreed_plan(second, cast.otto, "Breathe", "Walk", "Write")
    for assignment in plan.assignments.all():
        logged(assignment, cast.cleo)
    TherapySession.book(second, starts_at=timezone.now() + timedelta(days=3), by=cast.otto)
    assert len(queries_of(client, "/today/")) == len(few)


def test_two_therapies_stand_on_one_page_and_say_whose_they_are(cast, today):
    agreed_plan(therapy(cast.harbour, cast.otto, cast.cleo), cast.otto, "Breathe")
    page = today()
    assert "Two buses" in page and "Breathe" in page
    assert "With Tess" in page and "With Otto" in page


def test_what_is_logged_today_makes_room_for_the_next(cast, today):
    plan = agreed_plan(cast.therapy, cast.tess, "First", "Second")
    logged(plan.assignments.get(position=0), cast.cleo)
    page = today()
    assert page.index("Second") < page.index("First")


def test_what_a_reminder_was_about_is_to_the_fore(cast, today):
    plan = agreed_plan(cast.therapy, cast.tess, "First", "Second")
    page = today(f"?first={plan.assignments.get(position=1).pk}")
    assert page.index("Second") < page.index("First")


def test_the_second_press_is_offered_only_where_the_first_was(cast, today):
    plan = agreed_plan(cast.therapy, cast.tess, "First", "Second")
    for homework in plan.assignments.all():
        logged(homework, cast.cleo)
    page = today()
    assert page.count("How hard was it?") == 1 and page.count("Say more about it") == 1


def test_a_first_plan_that_waits_is_all_there_is_to_do(cast, today):
    cast.plan.close("superseded", by=cast.tess)
    assert "Nothing planned today" in today()
    WeekPlan.prepare(cast.therapy, by=cast.tess).propose(by=cast.tess)
    page = today()
    assert "Look at the plan" in page and "Nothing planned today" not in page


def test_a_homework_for_another_weekday_is_not_to_the_fore(cast, today):
    tomorrow = (practice_today(cast.cleo.zone).weekday() + 1) % 7
    plan = agreed_plan(cast.therapy, cast.tess, "First", "Second")
    plan.assignments.filter(position=0).update(
        target_kind="weekdays", target_count=None, target_weekdays=1 << tomorrow
    )
    page = today()
    assert page.index("Second") < page.index("First")


def test_a_homework_that_has_had_its_practices_makes_room(cast, today):
    plan = agreed_plan(cast.therapy, cast.tess, "First", "Second", target_count=1)
    before = timezone.now() - timedelta(days=1)
    logged(plan.assignments.get(position=0), cast.cleo, done_at=before)
    page = today()
    assert page.index("Second") < page.index("First")


def test_counts_only_rise_and_never_count_not_today(cast, today):
    for state in ("done", "partly", "not_today"):
        logged(cast.assignment, cast.cleo, state)
    assert "2 practices so far, 4 planned" in today()


def test_past_the_target_nothing_more_is_planned(cast, today):
    for _time in range(5):
        logged(cast.assignment, cast.cleo)
    page = today()
    assert "5 practices so far" in page and "5 practices so far, 4" not in page


def test_a_row_counts_what_there_is_and_says_nothing_of_none(cast, today):
    plan = agreed_plan(cast.therapy, cast.tess, "First", "Second")
    assert "so far" not in today().partition("Also this week")[2]
    logged(plan.assignments.get(position=1), cast.cleo, days_ago=1)
    assert "1&nbsp;so far" in today().partition("Also this week")[2]


def test_an_earlier_day_is_the_same_page_for_that_day(cast, today):
    yesterday = practice_today(cast.cleo.zone) - timedelta(days=1)
    page = today(f"?day={yesterday}")
    assert f'name="day" value="{yesterday}"' in page and "Back to today" in page


def test_an_earlier_day_leaves_out_what_had_not_begun(cast, today):
    cast.plan.starts_on -= timedelta(days=9)
    cast.plan.save(update_fields=["starts_on"])
    agreed_plan(therapy(cast.harbour, cast.otto, cast.cleo), cast.otto, "Breathe")
    page = today(f"?day={practice_today(cast.cleo.zone) - timedelta(days=3)}")
    assert "Two buses" in page and "Breathe" not in page


@pytest.mark.parametrize("day", ["2020-01-01", "9999-12-31"])
def test_a_day_out_of_reach_leads_to_today(cast, signed_in, day):
    answer = signed_in(cast.cleo).get(f"/today/?day={day}")
    assert answer.status_code == 302 and answer.url == "/today/"


@pytest.mark.parametrize("query", ["?day=yesterday", "?saved=1", "?first=1", "?day=%00"])
def test_an_address_that_means_nothing_shows_today(cast, today, query):
    assert "Two buses" in today(query)


def test_a_plan_that_waits_and_an_answer_are_said_first(cast, today):
    WeekPlan.prepare(cast.therapy, by=cast.tess).propose(by=cast.tess)
    Review.of(cast.plan, by=cast.tess).finish(by=cast.tess)
    page = today()
    assert "Tess has written down your next plan." in page
    assert page.index("Tess has answered your week") < page.index("Two buses")


def test_a_draft_is_not_announced(cast, today):
    WeekPlan.prepare(cast.therapy, by=cast.tess)
    assert "next plan" not in today()


def test_the_next_session_is_said_with_where_it_was_moved_from(cast, today):
    cast.session.move(to=timezone.now() + timedelta(days=3), by=cast.tess)
    page = today()
    assert "You see Tess on" in page and "It was moved from" in page


def test_a_session_of_the_day_is_said_to_be_today(cast, today):
    noon = timezone.now().replace(hour=12) + timedelta(days=1)
    cast.session.move(to=noon + timedelta(hours=3), by=cast.tess)
    with time_machine.travel(noon, tick=False):
        assert "You see Tess today at" in today()


def test_a_cancelled_session_is_said_and_the_plan_goes_on(cast, today):
    cast.session.cancel(by=cast.tess)
    page = today()
    assert "is called off. Your plan goes on until you meet." in page and "Two buses" in page


def test_an_absence_is_said_beforehand_with_who_stands_in(cast, today):
    start = timezone.localdate() + timedelta(days=5)
    Away.objects.create(
        clinic=cast.harbour,
        therapist=cast.tess,
        starts_on=start,
        back_on=start + timedelta(days=7),
        covered_by=cast.will,
    )
    page = today()
    assert "Tess is away from" in page and "Will stands in." in page


def test_an_address_that_waits_to_be_proved_is_said_quietly(cast, today):
    assert "proved your address" not in today()
    cast.cleo.emailaddress_set.update(verified=False)
    assert "Reminders begin once you have proved your address." in today()
    cast.cleo.say_about_phone(own=True, others_see=True)
    assert "proved your address" not in today()


def test_without_homework_it_says_what_happens_next(cast, today):
    cast.assignment.withdraw(by=cast.tess)
    assert "Nothing planned today" in today()


def test_after_the_end_everything_stays_and_says_that_nobody_reads(cast, today):
    cast.therapy.end(by=cast.tess)
    page = today()
    assert "Nobody reads this now" in page and "Your work with Tess has ended." in page
    assert "Two buses" in page and f"/me/therapies/{cast.therapy.pk}/" in page


def test_others_see_nothing_of_it(cast, signed_in):
    assert "Two buses" not in signed_in(cast.carl).get("/today/").content.decode()
    assert signed_in(cast.tess).get("/today/").status_code == 403
    assert signed_in(cast.cleo).post("/today/").status_code == 405
