"""A therapist's absences: clients know, a colleague stands in, and it can be taken back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Away, Cover, Therapy
from tests.cast import member

pytestmark = pytest.mark.django_db
URL = "/away/"


def days(first=10, back=17, **more):
    today = timezone.localdate()
    return {
        "starts_on": today + timedelta(days=first),
        "back_on": today + timedelta(days=back),
        **more,
    }


def test_an_absence_is_announced_once(cast, signed_in):
    for _press in range(2):
        assert signed_in(cast.tess).post(URL, days()).status_code == 302
    away = Away.objects.get()
    assert away.therapist == cast.tess and away.covered_by is None
    assert "Nobody stands in." in signed_in(cast.tess).get(URL).text


def test_who_stands_in_may_write_for_those_days_only(cast, signed_in):
    signed_in(cast.tess).post(URL, days(covered_by=cast.otto.pk))
    cover = Cover.objects.get(therapist=cast.otto)
    assert (cover.kind, cover.therapy) == ("write", cast.therapy)
    assert cover.starts_at.date() <= Away.objects.get().starts_on <= cover.ends_at.date()
    assert not Therapy.objects.visible_to(cast.otto).filter(pk=cast.therapy.pk).exists()


def test_from_today_the_colleague_reaches_the_client(cast, signed_in):
    signed_in(cast.tess).post(URL, days(first=0, back=3, covered_by=cast.otto.pk))
    assert signed_in(cast.otto).get(f"/caseload/{cast.therapy.pk}/").status_code == 200


def test_nobody_stands_in_for_their_own_therapist(cast, signed_in):
    Therapy.objects.filter(pk=cast.therapy.pk).update(client=cast.otto)
    signed_in(cast.tess).post(URL, days(covered_by=cast.otto.pk))
    assert not Cover.objects.filter(therapist=cast.otto).exists()


def test_cancelling_ends_the_covers_with_it(cast, signed_in):
    signed_in(cast.tess).post(URL, days(first=0, back=3, covered_by=cast.otto.pk))
    for _press in range(2):
        signed_in(cast.tess).post(f"{URL}{Away.objects.get().pk}/cancellation/")
    assert signed_in(cast.otto).get(f"/caseload/{cast.therapy.pk}/").status_code == 404
    # The cover that Tess gave Will at another time stands.
    assert signed_in(cast.will).get(f"/caseload/{cast.therapy.pk}/").status_code == 200


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"starts_on": "", "back_on": ""}, "Choose a day."),
        ({"starts_on": "2026-02-31"}, "Write the day as it is in the calendar"),
        (days(first=-1), "Choose today or a later day."),
        (days(first=5, back=5), "Choose a day after the first day away."),
        (days(first=5, back=900), "Choose a day within thirteen months."),
        (days(first=731, back=740), "Choose a day within two years."),
    ],
)
def test_impossible_days_are_refused(cast, signed_in, said, words):
    page = signed_in(cast.tess).post(URL, {**days(), **said})
    assert page.status_code == 422 and words in page.text
    assert not Away.objects.exists()


def test_two_absences_do_not_overlap(cast, signed_in):
    signed_in(cast.tess).post(URL, days(10, 17))
    page = signed_in(cast.tess).post(URL, days(16, 20))
    assert page.status_code == 422 and "You are away on some of these days already." in page.text
    assert signed_in(cast.tess).post(URL, days(17, 20)).status_code == 302


@pytest.mark.parametrize("who", ["zoe", "cleo", "ada", "emil", "tess"])
def test_only_a_colleague_can_stand_in(cast, signed_in, who):
    page = signed_in(cast.tess).post(URL, days(covered_by=getattr(cast, who).pk))
    assert page.status_code == 422 and "Choose a therapist from the list." in page.text


def test_nobody_cancels_anothers_absence(cast, signed_in):
    signed_in(cast.tess).post(URL, days())
    address = f"{URL}{Away.objects.get().pk}/cancellation/"
    assert signed_in(cast.otto).post(address).status_code == 404
    assert signed_in(cast.tess).get(address).status_code == 405
    assert signed_in(cast.cleo).get(URL).status_code == 403


def test_who_stands_in_works_at_the_clinic_that_is_chosen(cast, signed_in):
    """Tess works at two: a colleague of the one sees no client of the other."""
    member(cast.tess, cast.meadow, is_therapist=True)
    answer = signed_in(cast.tess).post(URL, days(clinic=cast.harbour.pk, covered_by=cast.zoe.pk))
    assert answer.status_code == 422 and "Choose a therapist of this clinic." in answer.text
    assert not Cover.objects.filter(therapist=cast.zoe).exists()
