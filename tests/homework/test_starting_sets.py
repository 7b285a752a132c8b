"""A few exercises given in one press, then tailored."""

import pytest

from homework import library
from homework.library import en
from homework.library.sets import SETS

pytestmark = pytest.mark.django_db


@pytest.fixture
def week(desk):
    library.load()
    return desk


def titles(week):
    return [each.title for each in week.plan.assignments.order_by("position")]


def test_each_set_holds_what_a_week_can_hold_of_what_there_is():
    known = {exercise.key for exercise in en.EXERCISES}
    for each in SETS:
        assert 1 < len(each.exercises) <= 3 and set(each.exercises) <= known, each.key
    assert len({each.key for each in SETS}) == len(SETS)


def test_one_press_gives_all_of_it_and_a_second_nothing_more(week):
    for _press in range(2):
        assert week.post("plan-set", key="quiet-nights").url == week.at("review")
    assert len(titles(week)) == len(set(titles(week))) == 2
    assert "Make each of them theirs" in week.read("review")


def test_they_are_drafts_to_be_tailored(week):
    week.post("plan-set", key="less-worry")
    first = week.plan.assignments.order_by("position").first()
    assert first.state == "draft" and first.prompts
    assert first.title in week.read("assignment-edit", first.pk)


@pytest.mark.parametrize("key", ["", "no-such-set"])
def test_a_set_that_is_not_there_is_refused_in_words(week, key):
    page = week.post("plan-set", key=key)
    assert page.status_code == 422 and "Choose a set." in page.text and week.plan is None


def test_a_week_that_the_client_has_now_is_left_alone(week):
    week.post("plan-set", key="quiet-nights")
    week.plan.propose(by=week.cast.tess)
    page = week.post("plan-set", key="into-motion")
    assert page.status_code == 422 and "Take it back first." in page.text
    assert len(titles(week)) == 2
