"""Help: for everybody, from everywhere, after the end too."""

from datetime import date

import pytest

from accounts.models import Clinic

pytestmark = pytest.mark.django_db


def test_signed_out_the_general_numbers_name_no_clinic(client, cast, settings):
    settings.HELP_NUMBERS_CHECKED_ON = date(2026, 11, 2)
    page = client.get("/help/")
    assert 'href="tel:112"' in page.text and "2 November 2026" in page.text
    assert "Harbour" not in page.text


def test_the_number_that_is_always_there_is_said_in_the_readers_language(client, cast):
    page = client.get("/help/", headers={"Accept-Language": "de"}).text
    assert "Wenn dein Leben in Gefahr ist" in page and 'href="tel:112"' in page


def test_a_client_sees_the_text_of_every_clinic(signed_in, cast):
    cast.far.client = cast.cleo
    cast.far.save(update_fields=["client"])
    page = signed_in(cast.cleo).get("/help/").text
    assert "Harbour night line" in page and "Meadow night line" in page
    assert 'href="tel:02079460111"' in page


def test_a_therapys_own_wording_goes_first(signed_in, cast):
    cast.therapy.own_crisis_text = "Call my brother: 020 7946 0222"
    cast.therapy.save(update_fields=["own_crisis_text"])
    page = signed_in(cast.cleo).get("/help/").text
    assert "Call my brother" in page and "Harbour night line" not in page


def test_it_stays_after_the_end(signed_in, cast):
    cast.therapy.end(by=cast.tess)
    assert "Harbour night line" in signed_in(cast.cleo).get("/help/").text


def test_staff_and_clinics_without_a_text_get_the_general_numbers(signed_in, cast):
    Clinic.objects.update(crisis_text="")
    for person in (cast.tess, cast.cleo):
        assert 'href="tel:112"' in signed_in(person).get("/help/").text


def test_what_a_clinic_writes_is_only_text(signed_in, cast):
    cast.harbour.set_crisis_text("<script>alert(1)</script> 020 7946 0111")
    assert "<script>alert" not in signed_in(cast.cleo).get("/help/").text
