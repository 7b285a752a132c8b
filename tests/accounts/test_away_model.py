from datetime import date

import pytest
import time_machine

from accounts.models import Away, Therapy

pytestmark = pytest.mark.django_db
FIRST, BACK = date(2026, 12, 21), date(2027, 1, 4)


@pytest.fixture
def away(cast):
    return Away.announce(
        therapist=cast.tess,
        clinic=cast.harbour,
        starts_on=FIRST,
        back_on=BACK,
        covered_by=cast.otto,
    )


def access(user, therapy):
    return Therapy.objects.with_access(user).get(pk=therapy.pk).access


def test_who_covers_may_write_while_it_lasts_and_only_then(cast, away):
    seen = {}
    for day in ("2026-12-20", "2026-12-21", "2027-01-03", "2027-01-04"):
        with time_machine.travel(f"{day} 12:00Z", tick=False):
            seen[day[5:]] = access(cast.otto, cast.therapy)
    assert seen == {"12-20": "", "12-21": "write", "01-03": "write", "01-04": ""}


def test_staying_after_all_takes_the_covers_back(cast, away):
    for _twice in range(2):
        away.cancel(by=cast.tess)
    with time_machine.travel("2026-12-22 12:00Z"):
        assert access(cast.otto, cast.therapy) == ""
    assert not Away.objects.upcoming(FIRST).exists()


def test_an_absence_may_have_nobody_to_cover_it(cast):
    alone = Away.announce(therapist=cast.tess, clinic=cast.harbour, starts_on=FIRST, back_on=BACK)
    before = cast.therapy.covers.count()
    alone.cancel(by=cast.tess)
    assert alone.cancelled_at and cast.therapy.covers.count() == before


def test_nobody_stands_in_on_their_own_therapy(cast):
    Away.announce(
        therapist=cast.tess,
        clinic=cast.harbour,
        starts_on=FIRST,
        back_on=BACK,
        covered_by=cast.cleo,
    )
    assert not cast.therapy.covers.filter(therapist=cast.cleo).exists()


def test_upcoming_ends_with_the_day_of_return(cast, away):
    assert away in Away.objects.upcoming(date(2027, 1, 3))
    assert away not in Away.objects.upcoming(BACK)


@pytest.mark.parametrize(
    ("first", "back", "overlaps"),
    [
        (date(2026, 12, 1), FIRST, False),
        (date(2026, 12, 1), date(2026, 12, 22), True),
        (date(2027, 1, 3), date(2027, 2, 1), True),
        (BACK, date(2027, 2, 1), False),
    ],
)
def test_absences_touch_without_overlapping(cast, away, first, back, overlaps):
    assert Away.objects.overlapping(first, back).exists() is overlaps
    assert str(away) == "Tess away until 2027-01-04"
