"""A measure for a client without a phone: printed, filled in by hand, entered by the therapist."""

import uuid
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from accounts.models import AuditEvent, Therapy
from homework.measures import measures
from homework.models import Attention, Flag, GivenMeasure, MeasureResult
from homework.practice_day import practice_today
from records.reader import record_of
from records.reading import therapies_of
from tests.homework.measures.giving import answered, answers_of, duty_in, flags_told
from tests.homework.measures.test_flags import page_of
from tests.homework.presses import address
from tests.homework.test_session_sheet import text_of

pytestmark = pytest.mark.django_db
LONDON = ZoneInfo("Europe/London")


@pytest.fixture
def nils(cast):
    """Tess's client, who has no phone and no e-mail address."""
    duty_in(cast)
    facts = {"clinic": cast.harbour, "lead": cast.tess, "by": cast.tess}
    return Therapy.begin(client_name="Nils", on_paper=True, **facts)


@pytest.fixture
def given(cast, nils):
    return GivenMeasure.give(nils, "phq-9", every_weeks=2, by=cast.tess)


def place(given, name):
    return f"/caseload/{given.therapy_id}/measures/{given.pk}/{name}/"


def desk(cast):
    return f"/caseload/{cast.therapy.pk}/measures/"


def ticked(value=1, **others):
    said = {f"item_{key}": str(one) for key, one in answers_of("phq-9", value, **others).items()}
    return said | {"day": practice_today(LONDON).isoformat()}


def test_it_is_given_to_somebody_without_a_phone(cast, signed_in, nils):
    tess = signed_in(cast.tess)
    asked = {"measure": "gad-7", "every_weeks": "2"}
    page = tess.post(f"/caseload/{nils.pk}/measures/", asked, follow=True).text
    assert "Print it, and enter what comes back." in page
    assert place(GivenMeasure.objects.get(), "pdf") in page


@pytest.mark.parametrize("key", measures())
def test_the_sheet_asks_each_question_and_says_whom_to_call(cast, signed_in, nils, key):
    given = GivenMeasure.give(nils, key, by=cast.tess)
    answer = signed_in(cast.tess).get(place(given, "pdf"))
    text = text_of(answer)
    for item in given.asks.items():
        assert " ".join(item.question.split()) in text
    assert "Harbour night line: 020 7946 0111" in text and "Nobody reads this before" in text
    assert "Nils" not in text and "questions-" in answer["Content-Disposition"]


def test_it_is_printed_and_entered_in_the_clients_language(cast, signed_in, given):
    cast.cleo.language = "de"
    cast.cleo.save(update_fields=["language"])
    theirs = GivenMeasure.give(cast.therapy, "phq-9", by=cast.tess)
    tess = signed_in(cast.tess)
    assert "Wenig Interesse" in text_of(tess.get(place(theirs, "pdf")))
    page = tess.get(place(theirs, "entering")).text
    assert "Wenig Interesse" in page and "filled in by hand" in page
    assert page.count('<fieldset lang="de"') == 10
    tess.post(place(theirs, "entering"), ticked(1, **{"9": 0}))
    assert MeasureResult.objects.get().said[0][1] == "An einzelnen Tagen"


def test_what_was_ticked_is_entered_once_and_needs_no_reading(cast, signed_in, given):
    tess = signed_in(cast.tess)
    form = tess.get(place(given, "entering")).context["form"]
    said = ticked(1, **{"9": 0}) | {"device_id": str(form["device_id"].value())}
    for _press in range(2):
        assert tess.post(place(given, "entering"), said).url.endswith("/measures/")
    result = MeasureResult.objects.get()
    assert (result.score, result.by, result.read_by) == (8, cast.tess, cast.tess)
    assert result.is_from_paper and not Flag.objects.exists()
    assert "8 of 27" in tess.get(f"/caseload/{given.therapy_id}/measures/").text
    Attention.refresh([given.therapy])
    codes = [code for code, _facts in Attention.objects.get(therapy=given.therapy).reasons]
    assert "measured" not in codes


@pytest.mark.parametrize("change", [{"item_9": "1"}, {"day": "2026-01-02"}])
def test_changed_on_a_page_that_was_saved_it_does_not_pass_for_saved(
    cast, signed_in, given, change
):
    tess, said = signed_in(cast.tess), ticked(1, **{"9": 0}) | {"device_id": str(uuid.uuid4())}
    tess.post(place(given, "entering"), said)
    refused = tess.post(place(given, "entering"), said | change)
    assert refused.status_code == 422 and "Take that back, then save again." in refused.text
    anew = {"device_id": refused.context["form"]["device_id"].value()}
    slip = MeasureResult.objects.get()
    slip.withdraw(by=cast.tess)
    tess.post(place(given, "entering"), said | change | anew)
    assert MeasureResult.objects.standing().get() != slip
    assert Flag.objects.exists() == ("item_9" in change)


def test_what_was_taken_back_does_not_pass_for_saved(cast, signed_in, given):
    tess, said = signed_in(cast.tess), ticked(1) | {"device_id": str(uuid.uuid4())}
    tess.post(place(given, "entering"), said)
    MeasureResult.objects.get().withdraw(by=cast.tess)
    refused = tess.post(place(given, "entering"), said)
    assert refused.status_code == 422 and "Saved before and taken back." in refused.text


def test_an_id_that_another_sheet_has_does_not_pass_for_saved(cast, signed_in, nils, given):
    other = GivenMeasure.give(nils, "gad-7", by=cast.tess)
    tess, said = signed_in(cast.tess), ticked(1) | {"device_id": str(uuid.uuid4())}
    tess.post(place(given, "entering"), said)
    refused = tess.post(place(other, "entering"), said)
    assert refused.status_code == 422 and "Look at it, then save again." in refused.text


def test_question_nine_raises_the_flag_at_once_and_says_what_to_hand_over(cast, signed_in, given):
    tess = signed_in(cast.tess)
    assert "hand this over" in tess.get(place(given, "entering")).text
    page = tess.post(place(given, "entering"), ticked(0, **{"9": 2}), follow=True).text
    assert "Ask Nils about it now, and hand this over:" in page and "Call 020 7946 0111" in page
    assert "was shown whom to call" not in page
    flag = Flag.objects.get()
    tess.post(f"/caseload/{given.therapy_id}/flags/{flag.pk}/", {"what_was_done": "We talked."})
    flag.refresh_from_db()
    assert flag.answered_by == cast.tess


def test_an_admin_does_not_learn_of_it_from_the_audit_page(cast, signed_in, given):
    signed_in(cast.tess).post(place(given, "entering"), ticked(3))
    assert AuditEvent.objects.filter(action="flag.raised", actor=cast.tess).exists()
    assert flags_told(signed_in(cast.ada)) == []


def test_the_day_is_that_of_the_sheet(cast, signed_in, given):
    day = timezone.localdate() - timedelta(days=5)
    signed_in(cast.tess).post(place(given, "entering"), ticked(1) | {"day": day.isoformat()})
    assert MeasureResult.objects.get().practice_date == day


def test_the_day_is_nobodys_guess(cast, signed_in, given):
    """Untouched, it would be saved as today's by mistake."""
    form = signed_in(cast.tess).get(place(given, "entering")).context["form"]
    assert form["day"].value() is None


@pytest.mark.parametrize("day", ["", "yesterday", "2999-01-01", "0202-11-24"])
def test_a_day_that_cannot_be_is_refused_with_the_page(cast, signed_in, given, day):
    answer = signed_in(cast.tess).post(place(given, "entering"), ticked(2) | {"day": day})
    assert answer.status_code == 422 and not MeasureResult.objects.exists()
    assert 'value="2" id="id_item_1_3" checked' in answer.text


def test_nothing_ticked_is_nothing_entered(cast, signed_in, given):
    day = {"day": practice_today(LONDON).isoformat()}
    answer = signed_in(cast.tess).post(place(given, "entering"), day)
    assert answer.status_code == 422 and "Answer at least one question." in answer.text


def test_a_slip_is_taken_back_and_entered_anew(cast, signed_in):
    """It counts nowhere any more, and the copy says that it was entered wrongly."""
    duty_in(cast)
    given = GivenMeasure.give(cast.therapy, "phq-9", by=cast.tess)
    tess = signed_in(cast.tess)
    tess.post(place(given, "entering"), ticked(3, **{"9": 0}))
    slip = MeasureResult.objects.get()
    page = tess.post(f"/caseload/{cast.therapy.pk}/measures/{slip.pk}/withdrawal/", follow=True)
    assert "Taken back." in page.text and place(given, "entering") in page.text
    tess.post(place(given, "entering"), ticked(1, **{"9": 1}))
    flag = Flag.objects.get()
    told = tess.get(f"/caseload/{cast.therapy.pk}/measures/").text
    assert "9 of 27" in told and "24 of 27" not in told
    theirs = signed_in(cast.cleo).get("/questions/").context["mine"]
    assert (theirs.results, theirs.taken_back) == ([flag.result], [slip])
    first, second = record_of(cast.cleo, therapies_of(cast.cleo))["therapies"][0]["measures"]
    assert first["withdrawn_at"] and not second["withdrawn_at"]
    assert flag.result.score == 9


def test_what_was_taken_back_stays_to_be_seen_by_both(cast, signed_in):
    """Its flag stays too, and says so."""
    duty_in(cast)
    given = GivenMeasure.give(cast.therapy, "phq-9", by=cast.tess)
    words = "Entered wrongly, taken back by"
    signed_in(cast.tess).post(place(given, "entering"), ticked(3))
    slip = MeasureResult.objects.get()
    result, flag = address("measure-result", slip), page_of(cast, slip.flag)
    pages = ["/questions/", result]
    cleo = signed_in(cast.cleo)
    assert not [url for url in pages if words in cleo.get(url).text]
    slip.withdraw(by=cast.tess)
    for url in pages:
        assert f"{words} Tess on" in cleo.get(url).text
    page = cleo.get(result).text
    assert "27 points" not in page and "carry it alone" not in page
    tess = signed_in(cast.tess)
    for url in (flag, desk(cast)):
        assert f"{words} Tess on" in tess.get(url).text


def test_taken_back_it_is_asked_again_unless_it_was_answered_since(cast, nils, given):
    first = answered(given, cast.tess)
    answered(given, cast.tess)
    given.refresh_from_db()
    due_on = given.due_on
    first.withdraw(by=cast.tess)
    given.refresh_from_db()
    assert given.due_on == due_on
    MeasureResult.objects.standing().get().withdraw(by=cast.tess)
    given.refresh_from_db()
    assert given.due_on < due_on


def test_taken_back_it_is_to_be_entered_below_only_where_it_is_asked(cast, signed_in, nils, given):
    slip, tess = answered(given, cast.tess), signed_in(cast.tess)
    given.stop(by=cast.tess)
    page = tess.post(f"/caseload/{nils.pk}/measures/{slip.pk}/withdrawal/", follow=True).text
    assert "To enter it anew, give the measure again." in page and "below" not in page


def test_what_the_client_sent_is_nobodys_to_take_back(cast, signed_in):
    duty_in(cast)
    given = GivenMeasure.give(cast.therapy, "gad-7", by=cast.tess)
    result = answered(given, cast.cleo)
    signed_in(cast.tess).post(f"/caseload/{cast.therapy.pk}/measures/{result.pk}/withdrawal/")
    result.refresh_from_db()
    assert result.withdrawn_at is None


def test_a_supervisor_enters_nothing_and_a_stranger_finds_nothing(cast, signed_in):
    duty_in(cast)
    given = GivenMeasure.give(cast.therapy, "phq-9", by=cast.tess)
    assert signed_in(cast.vera).post(place(given, "entering"), ticked()).status_code == 403
    assert signed_in(cast.zoe).get(place(given, "pdf")).status_code == 404
    assert not MeasureResult.objects.exists()
