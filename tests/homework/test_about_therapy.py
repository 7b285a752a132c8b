"""About a therapy: consent renewed, and the client's own numbers."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import AuditEvent
from homework.models import Attention
from tests.reading import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def about(cast):
    return f"/caseload/{cast.therapy.pk}/about/"


def consent(day, **answers):
    said = {"under_18": "yes", "consented_by": "Her father", "ask_consent_again_on": day}
    return {"do": "consent", **said, **answers}


def test_the_client_page_leads_there(cast, signed_in, about):
    assert f'href="{about}"' in signed_in(cast.tess).get(f"/caseload/{cast.therapy.pk}/").text


def test_consent_is_renewed_audited_and_the_caseload_told(cast, signed_in, about):
    day = timezone.localdate() + timedelta(days=200)
    Attention.objects.filter(therapy=cast.therapy).update(stale=False)
    assert signed_in(cast.tess).post(about, consent(day)).url == about
    cast.therapy.refresh_from_db()
    assert (cast.therapy.under_18, cast.therapy.ask_consent_again_on) == (True, day)
    assert "Her father" in signed_in(cast.tess).get(about).text
    assert Attention.objects.get(therapy=cast.therapy).stale
    event = AuditEvent.objects.get(action="therapy.consent_recorded")
    assert event.codes == {} and event.actor == cast.tess


def test_what_is_asked_for_under_18_is_not_called_optional(cast, signed_in, about):
    page = read(signed_in(cast.tess).get(about))
    for label in ("If under 18: who has consented?", "If under 18: when is consent asked again?"):
        assert f"{label} </label>" in page


def test_of_age_keeps_nothing_of_consent(cast, signed_in, about):
    day = timezone.localdate() + timedelta(days=200)
    signed_in(cast.tess).post(about, consent(day))
    signed_in(cast.tess).post(about, consent(day, under_18="no"))
    cast.therapy.refresh_from_db()
    facts = cast.therapy.under_18, cast.therapy.consented_by, cast.therapy.ask_consent_again_on
    assert facts == (False, "", None)


@pytest.mark.parametrize(
    "wrong",
    [
        {"consented_by": ""},
        {"ask_consent_again_on": ""},
        {"ask_consent_again_on": "2020-01-01"},
        {"under_18": ""},
        {"consented_by": "nul\0"},
    ],
)
def test_a_refused_consent_keeps_the_input(cast, signed_in, about, wrong):
    answer = signed_in(cast.tess).post(about, consent("2027-06-01", **wrong))
    assert answer.status_code == 422 and "There is a problem" in answer.text
    assert not AuditEvent.objects.filter(action="therapy.consent_recorded").exists()


def test_the_clients_own_numbers_come_with_the_day_they_were_checked(cast, signed_in, about):
    text = "Call my brother: 020 7946 0222"
    refused = signed_in(cast.tess).post(about, {"do": "crisis", "crisis_text": text})
    assert refused.status_code == 422 and text in refused.text
    signed_in(cast.tess).post(about, {"do": "crisis", "crisis_text": text, "checked": "on"})
    cast.therapy.refresh_from_db()
    assert cast.therapy.own_crisis_text_checked_on == timezone.localdate()
    assert "Call my brother" in signed_in(cast.cleo).get("/help/").text
    signed_in(cast.tess).post(about, {"do": "crisis", "crisis_text": ""})
    assert "Harbour night line" in signed_in(cast.cleo).get("/help/").text


def test_who_stands_in_may_and_who_reads_along_may_not(cast, signed_in, about):
    for who, status in (("will", 200), ("vera", 403), ("otto", 404), ("ada", 403)):
        assert signed_in(getattr(cast, who)).get(about).status_code == status
