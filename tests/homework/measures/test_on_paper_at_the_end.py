"""A sheet that is entered at the moment in which its therapy ends: nothing is lost."""

import pytest

from accounts.models import Therapy
from homework.models import Flag, FlagDuty, MeasureResult
from tests.homework.measures.giving import answered
from tests.homework.measures.test_on_paper import given, nils, place, ticked

pytestmark = pytest.mark.django_db
__all__ = ["given", "nils"]
KEPT = "What you entered is kept for the client alone."


@pytest.fixture
def ends_meanwhile(monkeypatch, cast, nils):
    """Once the page has been allowed, and before the answers are written."""
    lock = Therapy.lock

    def ended_first(therapy):
        monkeypatch.setattr(Therapy, "lock", lock)
        Therapy.objects.get(pk=therapy.pk).end(by=cast.tess)
        lock(therapy)

    return lambda: monkeypatch.setattr(Therapy, "lock", ended_first)


def entered(cast, signed_in, given, who="tess", **others):
    browser = signed_in(getattr(cast, who))
    return browser.post(place(given, "entering"), ticked(0, **others), follow=True)


def test_a_flag_leads_to_the_page_it_has_after_the_end(cast, signed_in, given, ends_meanwhile):
    ends_meanwhile()
    page = entered(cast, signed_in, given, **{"9": 2})
    assert page.redirect_chain[-1][0] == f"/flags/{Flag.objects.get().pk}/"
    assert page.status_code == 200 and KEPT in page.text


def test_where_another_flag_waits_it_leads_to_the_caseload(cast, signed_in, given, ends_meanwhile):
    """One at a time is raised after the end: that of the first sheet stands."""
    waits = answered(given, cast.tess).flag
    ends_meanwhile()
    page = entered(cast, signed_in, given, **{"9": 2})
    assert page.redirect_chain[-1][0] == "/caseload/" and KEPT in page.text
    assert f"/flags/{waits.pk}/" in page.text
    assert MeasureResult.objects.count() == 2 and Flag.objects.get() == waits


def test_without_a_flag_it_is_not_said_to_stand_on_a_page(cast, signed_in, given, ends_meanwhile):
    ends_meanwhile()
    page = entered(cast, signed_in, given, **{"1": 1})
    assert page.redirect_chain[-1][0] == "/caseload/" and KEPT in page.text
    assert MeasureResult.objects.get().is_own


def test_turned_off_meanwhile_it_is_taken_and_its_flag_has_its_page(cast, signed_in, given):
    FlagDuty.objects.get().end(by=cast.ada)
    page = entered(cast, signed_in, given, **{"9": 2})
    flag = Flag.objects.get()
    assert page.redirect_chain[-1][0] == f"/caseload/{given.therapy_id}/flags/{flag.pk}/"
    assert "Ask Nils about it now" in page.text
