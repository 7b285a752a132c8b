from datetime import date

import pytest

from goals.models import EndGoal, GoalRating
from tests.threads import at_once

pytestmark = pytest.mark.django_db
MONDAY, SUNDAY = date(2026, 11, 2), date(2026, 11, 1)


def rate(cast, value, on=MONDAY):
    return GoalRating.objects.rate(cast.goal, value, on=on, by=cast.cleo)


def test_the_same_days_later_word_wins(cast):
    for value in (0, 10, 4):
        rate(cast, value)
    assert GoalRating.objects.get().value == 4


def test_ratings_are_a_line_in_time(cast):
    rate(cast, 6)
    rate(cast, 2, on=SUNDAY)
    goal = EndGoal.objects.get(pk=cast.goal.pk)
    assert [rating.value for rating in goal.ratings.all()] == [2, 6]
    assert str(goal.ratings.last()) == "6 on 2026-11-02"


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_once_make_one_rating(cast):
    at_once(lambda n: rate(cast, n), times=4)
    assert GoalRating.objects.get().value in range(4)
