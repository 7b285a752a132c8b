"""The hour: moved, cancelled, missed; what was understood in it."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from homework.models import SessionMove, TherapySession
from tests.homework.models.practice import fresh

pytestmark = pytest.mark.django_db
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def book(cast, starts_in, **facts):
    return TherapySession.book(
        cast.therapy, starts_at=timezone.now() + starts_in, by=cast.tess, **facts
    )


def test_a_booked_hour_has_an_end_and_a_client(cast):
    session = book(cast, DAY, minutes=30)
    assert session.ends_at - session.starts_at == timedelta(minutes=30)
    assert session in TherapySession.objects.of_client(cast.cleo)
    assert not TherapySession.objects.of_client(cast.carl).exists()
    assert str(session) == f"Session {session.starts_at:%Y-%m-%d %H:%M}"


def test_a_moved_hour_remembers_where_it_was(cast):
    before, to = cast.session.starts_at, cast.session.starts_at + DAY
    for _twice in range(2):
        cast.session.move(to=to, minutes=90, by=cast.tess)
    move = SessionMove.objects.get()
    assert (move.moved_from, move.moved_to) == (before, to)
    assert (fresh(cast.session).starts_at, fresh(cast.session).minutes) == (to, 90)
    assert str(move) == f"Moved to {to:%Y-%m-%d %H:%M}"


def test_a_longer_hour_is_no_move(cast):
    cast.session.move(to=cast.session.starts_at, minutes=90, by=cast.tess)
    assert fresh(cast.session).minutes == 90 and not SessionMove.objects.exists()


def test_called_off_it_stays_called_off(cast):
    for who in (cast.tess, cast.will):
        cast.session.cancel(by=who)
    cast.session.move(to=cast.session.starts_at + DAY, by=cast.tess)
    assert fresh(cast.session).cancelled_by == cast.tess
    assert cast.session.state == "cancelled" and not SessionMove.objects.exists()
    assert list(TherapySession.objects.cancelled_ahead()) == [cast.session]


def test_a_plan_stretches_over_a_cancelled_hour(cast):
    cast.session.cancel(by=cast.tess)
    assert fresh(cast.plan).state == "agreed"


def test_only_an_hour_gone_by_can_be_missed(cast):
    cast.session.mark_missed(by=cast.tess)
    assert cast.session.state == "planned"
    gone = book(cast, -HOUR)
    for _twice in range(2):
        gone.mark_missed(by=cast.tess)
    gone.cancel(by=cast.tess)
    assert fresh(gone).state == "missed"


def test_lists_leave_out_what_did_not_take_place(cast):
    held, missed, off = book(cast, -DAY), book(cast, -HOUR), book(cast, HOUR)
    missed.mark_missed(by=cast.tess)
    off.cancel(by=cast.tess)
    assert list(TherapySession.objects.past()) == [held]
    assert list(TherapySession.objects.upcoming()) == [cast.session]


def test_planned_becomes_held_by_itself(cast):
    with time_machine.travel(cast.session.starts_at + HOUR):
        assert cast.session.state == "held"


@pytest.mark.parametrize(
    ("starts_in", "found"),
    [(-25 * HOUR, False), (-23 * HOUR, True), (HOUR, True), (3 * HOUR, False)],
)
def test_this_hour_begins_a_little_early_and_lasts_until_tomorrow(cast, starts_in, found):
    session = book(cast, starts_in)
    assert (session in TherapySession.objects.this_hour()) is found


def test_an_hour_nobody_booked_is_booked_as_it_happens(cast):
    session = TherapySession.of_now(cast.therapy, by=cast.tess)
    assert session.state == "held" and session != cast.session
    assert TherapySession.of_now(cast.therapy, by=cast.tess) == session


def test_an_insight_said_twice_is_kept_once(cast):
    insight = cast.session.write_insight("Alone is not lonely", by=cast.tess)
    again = cast.session.write_insight("Alone is not lonely", by=cast.cleo)
    assert insight == again and fresh(insight).written_by == cast.tess
    assert str(insight).startswith("Insight 20")
