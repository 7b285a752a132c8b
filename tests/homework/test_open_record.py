"""Opening a colleague's record in an emergency: found, given a reason, and seen by everybody."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import AuditEvent, Cover

pytestmark = pytest.mark.django_db

FIND = "/caseload/colleagues/"
WHY = "Tess is ill, Cleo rang"


@pytest.fixture
def opened(cast):
    return Cover.break_glass_for(therapy=cast.therapy, by=cast.otto, reason=WHY)


def test_the_caseload_leads_to_colleagues_records(cast, signed_in):
    assert f'href="{FIND}"' in signed_in(cast.otto).get("/caseload/").text


def test_a_colleagues_client_is_found_by_name(cast, signed_in):
    page = signed_in(cast.otto).post(FIND, {"name": "cle"})
    assert f"/caseload/{cast.therapy.pk}/open-record/" in page.text
    assert "Cleo" in page.text and "With Tess" in page.text


@pytest.mark.parametrize(("who", "name"), [("otto", "Carl"), ("otto", "Zack"), ("vera", "Cleo")])
def test_ones_own_and_other_clinics_clients_are_not_found(cast, signed_in, who, name):
    page = signed_in(getattr(cast, who)).post(FIND, {"name": name})
    assert page.status_code == 200 and "/open-record/" not in page.text


def test_before_a_name_is_written_nobody_is_listed(cast, signed_in):
    assert "Cleo" not in signed_in(cast.otto).get(FIND).text
    for name in ("", "c", "nul\0", "x" * 121):
        page = signed_in(cast.otto).post(FIND, {"name": name})
        assert page.status_code == 422 and "/open-record/" not in page.text


def test_the_client_reads_who_opened_it_and_why(cast, signed_in, opened):
    page = signed_in(cast.cleo).get("/me/looked/")
    assert page.text.count(WHY) == 2 and "Reads in an emergency" in page.text
    opened.end(by=cast.ada)
    assert signed_in(cast.cleo).get("/me/looked/").text.count(WHY) == 1
    assert WHY not in signed_in(cast.carl).get("/me/looked/").text


def test_an_admin_reads_who_opened_it_and_why(cast, signed_in, opened):
    opened.end(by=cast.ada)
    page = signed_in(cast.ada).get(f"/clinic/therapies/{cast.therapy.pk}/")
    assert "Opened in an emergency" in page.text and page.text.count(WHY) == 1


def test_the_lead_is_told_for_two_weeks(cast, signed_in, opened):
    address = f"/caseload/{cast.therapy.pk}/"
    page = signed_in(cast.tess).get(address).text
    assert "Otto opened this record" in page and WHY in page
    assert WHY not in signed_in(cast.vera).get(address).text
    before = timezone.now() - timedelta(days=15)
    Cover.objects.filter(pk=opened.pk).update(starts_at=before, ends_at=before + timedelta(hours=1))
    assert WHY not in signed_in(cast.tess).get(address).text


def test_the_reason_is_in_no_audit_row(cast, opened):
    assert WHY not in str(list(AuditEvent.objects.values_list("action", "codes")))
