"""Giving a measure, and answering it on the phone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import AuditEvent, Draft
from homework.dates import spoken_day
from homework.measures import loading, measure
from homework.measures.measure import Measure
from homework.models import Attention, Flag, FlagDuty, GivenMeasure, MeasureResult
from homework.practice_day import practice_today
from records.reader import record_of
from records.reading import therapies_of
from tests.cast import member_of
from tests.homework.measures.giving import answered, duty_in, sent
from tests.homework.presses import address
from tests.queries import queries_of
from tests.reading import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def given(cast):
    duty_in(cast)
    return GivenMeasure.give(cast.therapy, "phq-9", every_weeks=2, by=cast.tess)


def desk(cast):
    return f"/caseload/{cast.therapy.pk}/measures/"


def give(visitor, cast, **fields):
    return visitor.post(desk(cast), {"measure": "phq-9", "every_weeks": "2"} | fields)


def test_measures_are_off_until_somebody_answers_flags(cast, signed_in):
    tess = signed_in(cast.tess)
    assert (
        "Measures are off until your clinic has named who answers flags"
        in tess.get(desk(cast)).text
    )
    refused = give(tess, cast)
    assert refused.status_code == 422 and not GivenMeasure.objects.exists()
    assert "Nothing was given: measures are off in your clinic." in refused.text


def test_they_are_off_again_once_somebody_named_has_left(cast, signed_in, given):
    cast.other.end(by=cast.otto)
    member_of(cast.otto, cast.harbour).end(by=cast.ada)
    assert not FlagDuty.objects.in_force().exists()
    assert "Measures are off" in signed_in(cast.tess).get(desk(cast)).text
    assert given.asks.title not in signed_in(cast.cleo).get("/today/").text


def test_a_given_measure_stands_on_today_until_it_is_answered(cast, signed_in):
    duty_in(cast)
    assert give(signed_in(cast.tess), cast).status_code == 302
    given, cleo = GivenMeasure.objects.get(), signed_in(cast.cleo)
    assert address("measure", given) in cleo.get("/today/").text
    answered(given, cast.cleo)
    assert address("measure", given) not in cleo.get("/today/").text
    given.refresh_from_db()
    assert given.due_on == practice_today(cast.cleo.zone) + timedelta(weeks=2)


def test_given_once_it_is_asked_once(cast):
    duty_in(cast)
    given = GivenMeasure.give(cast.therapy, "gad-7", by=cast.tess)
    answered(given, cast.cleo)
    assert not GivenMeasure.objects.standing().exists()


def test_given_again_it_takes_the_place_of_the_one_before(cast, given):
    GivenMeasure.give(cast.therapy, "phq-9", every_weeks=4, by=cast.tess)
    assert GivenMeasure.objects.standing().get().every_weeks == 4


def test_stopped_it_is_not_asked_any_more(cast, signed_in, given):
    signed_in(cast.tess).post(f"{desk(cast)}{given.pk}/stopping/")
    assert address("measure", given) not in signed_in(cast.cleo).get("/today/").text


@pytest.mark.parametrize("why", ["stopped", "done", "off"])
def test_the_address_of_what_is_not_asked_offers_no_form(cast, signed_in, given, why):
    if why == "stopped":
        given.stop(by=cast.tess)
    elif why == "done":
        given = GivenMeasure.give(cast.therapy, "gad-7", by=cast.tess)
        answered(given, cast.cleo)
    else:
        FlagDuty.objects.get().end(by=cast.ada)
    page = signed_in(cast.cleo).get(address("measure", given)).text
    assert "Not asked any more" in page and "radio" not in page and "/questions/" in page


def test_what_was_on_its_way_when_it_was_stopped_is_taken(cast, signed_in, given):
    given.stop(by=cast.tess)
    cleo = signed_in(cast.cleo)
    page = cleo.post(address("measure", given), sent("phq-9", 1), follow=True).text
    assert MeasureResult.objects.get().flag and "You do not have to carry it alone." in page


def test_what_comes_after_the_end_is_the_clients_own_and_says_so(cast, signed_in, given):
    """What raises a flag is another matter (test_flags_after_end.py)."""
    before = answered(given, cast.cleo, 2, **{"9": 0})
    cast.therapy.end(by=cast.tess)
    cleo, said = signed_in(cast.cleo), sent("phq-9", 3, **{"9": 0})
    page = cleo.post(address("measure", given), said, follow=True).text
    result = MeasureResult.objects.exclude(pk=before.pk).get()
    assert "Nobody reads it: it is here for you alone." in page and result.is_own
    assert not Flag.objects.exists() and not before.is_own
    assert address("measure-result", result) in cleo.get("/questions/").text
    told = signed_in(cast.tess).get(desk(cast)).text
    assert "16 of 27" in told and "24 of 27" not in told


def test_a_pause_asks_nothing(cast, signed_in, given):
    cast.therapy.pause(by=cast.tess)
    assert address("measure", given) not in signed_in(cast.cleo).get("/today/").text


def test_nothing_is_chosen_beforehand_and_the_page_says_who_reads(cast, signed_in, given):
    page = signed_in(cast.cleo).get(address("measure", given)).text
    assert " checked>" not in page and page.count('type="radio"') == 40 and "(optional)" not in page
    assert "can see this." in page and "Nobody is alerted." in page
    assert "These answers cannot be kept to yourself." in page


def test_an_answer_has_its_score_and_is_encrypted(cast, signed_in, given):
    answer = signed_in(cast.cleo).post(address("measure", given), sent("phq-9", 1, **{"9": 0}))
    result = MeasureResult.objects.get()
    assert answer.url == address("measure-result", result)
    assert result.score == 8 and result.answers["1"] == 1 and result.version == 1


def test_sent_ten_times_it_is_one_answer(cast, signed_in, given):
    cleo, said = signed_in(cast.cleo), sent("phq-9", 2)
    urls = {cleo.post(address("measure", given), said).url for _time in range(10)}
    assert len(urls) == 1 and MeasureResult.objects.count() == 1


def test_changed_and_sent_again_it_is_an_answer_of_its_own(cast, signed_in, given):
    """The answer to the first was lost, or the page came back: question nine is not swallowed."""
    cleo, said = signed_in(cast.cleo), sent("phq-9", 1, **{"9": 0})
    first = cleo.post(address("measure", given), said)
    changed = {cleo.post(address("measure", given), said | {"item_9": "1"}).url for _ in "12"}
    before, result = MeasureResult.objects.in_order()
    assert changed == {address("measure-result", result)} != {first.url}
    assert Flag.objects.get().result == result and not before.has_flag


def test_an_id_that_another_answer_has_takes_nothing_away(cast, signed_in, given):
    """Neither is it taken for sent, nor does it lead to the other one."""
    cleo, said = signed_in(cast.cleo), sent("phq-9", 2)
    cleo.post(address("measure", given), said)
    other = GivenMeasure.give(cast.therapy, "gad-7", by=cast.tess)
    page = cleo.post(address("measure", other), sent("gad-7", 3) | {"device_id": said["device_id"]})
    assert page.status_code == 422 and "This page is out of date." in page.text
    assert 'value="3" id="id_item_2_4" checked' in page.text


def test_with_a_question_left_out_there_is_no_score_and_the_page_says_so(cast, signed_in, given):
    cleo = signed_in(cast.cleo)
    page = cleo.post(address("measure", given), sent("phq-9", 1, **{"4": None}), follow=True).text
    assert MeasureResult.objects.get().score is None
    assert "Some questions were left out, so there is no score." in page and "Left out" in page


@pytest.mark.parametrize("fields", [{}, {"item_1": "7"}, {"item_1": "1", "zone": "Nowhere"}])
def test_what_cannot_be_an_answer_comes_back_with_the_page(cast, signed_in, given, fields):
    answer = signed_in(cast.cleo).post(address("measure", given), {"device_id": ""} | fields)
    assert answer.status_code == 422 and not MeasureResult.objects.exists()


def test_half_an_answer_is_kept_and_gone_once_it_is_sent(cast, signed_in, given):
    cleo = signed_in(cast.cleo)
    cleo.post(f"/drafts/measure/{given.pk}/", {"item_2": "3"})
    assert 'value="3" id="id_item_2_4" checked' in cleo.get(address("measure", given)).text
    said = sent("phq-9")
    cleo.post(address("measure", given), said)
    # A draft that was only slower than its form.
    cleo.post(f"/drafts/measure/{given.pk}/", {"item_2": "3", "device_id": said["device_id"]})
    assert not Draft.objects.exists()


def test_the_result_says_points_and_no_verdict(cast, signed_in, given):
    answered(given, cast.cleo, 2, **{"9": 0})
    result = answered(given, cast.cleo, 1, **{"9": 0})
    page = signed_in(cast.cleo).get(address("measure-result", result)).text
    assert "8 of 27 points" in page and "it was 16" in page
    assert "Midweek does not diagnose." in page
    for verdict in ("mild", "moderate", "severe", "depress", "better", "worse"):
        assert verdict not in page.split('id="said"')[0]


def test_own_answers_are_charted_with_a_table(cast, signed_in, given):
    answered(given, cast.cleo, 2)
    answered(given, cast.cleo, **{"3": None})
    page = signed_in(cast.cleo).get("/questions/").text
    assert page.count("<svg") >= 1 and "The same as a table" in page and "No score" in page


def test_the_therapist_sees_bands_change_and_every_answer(cast, signed_in, given):
    answered(given, cast.cleo, 2, **{"9": 0})
    answered(given, cast.cleo, 1, **{"9": 0})
    page = read(signed_in(cast.tess).get(desk(cast)))
    assert "8 of 27</b>, mild, fewer points than before" in page
    assert "16 of 27</b>, moderately severe" in page
    assert "Little interest or pleasure" in page and "No permission required" in page


def test_an_old_answer_is_read_by_the_version_it_was_answered_in(
    cast, signed_in, given, monkeypatch
):
    """And not charted beside points that mean something else."""
    answered(given, cast.cleo, 2, **{"9": 0})
    old = measure("phq-9")
    bands = old.told["bands"] | {"parts": [["mild", 0, 27]]}
    new = Measure(old.told | {"version": 2, "bands": bands})
    monkeypatch.setattr(loading, "versions", lambda: {(old.key, 1): old, (old.key, 2): new})
    monkeypatch.setattr(loading, "measures", lambda: {old.key: new})
    answered(given, cast.cleo, 3, **{"9": 0})
    page = read(signed_in(cast.tess).get(desk(cast)))
    assert "16 of 27</b>, moderately severe" in page
    assert "24 of 27</b>, mild" in page and "more points than before" not in page
    result = MeasureResult.objects.get(version=2)
    assert "it was 16" not in signed_in(cast.cleo).get(address("measure-result", result)).text


def test_under_18_there_is_no_band(cast, signed_in, given):
    cast.therapy.record_consent(under_18=True, by=cast.tess)
    answered(given, cast.cleo, 2)
    page = read(signed_in(cast.tess).get(desk(cast)))
    assert "severe" not in page and "were studied in adults" in page
    assert "A change counts from" not in page


def test_who_leads_has_read_what_was_shown_and_a_supervisor_has_not(cast, signed_in, given):
    result = answered(given, cast.cleo)
    signed_in(cast.vera).get(desk(cast))
    result.refresh_from_db()
    assert result.read_at is None
    signed_in(cast.tess).get(desk(cast))
    result.refresh_from_db()
    assert result.read_by == cast.tess
    assert AuditEvent.objects.filter(action="measure.read", actor=cast.tess).count() == 1


def test_the_client_is_told_who_read_it(cast, signed_in, given):
    answered(given, cast.cleo)
    signed_in(cast.tess).get(f"/caseload/{cast.therapy.pk}/")
    assert "read your answers" in signed_in(cast.cleo).get("/me/looked/").text


def test_an_answer_waits_on_the_caseload_until_the_client_page_was_read(cast, signed_in, given):
    answered(given, cast.cleo, 1, **{"9": 0})
    Attention.refresh([cast.therapy])
    day = spoken_day(practice_today(cast.therapy.zone))
    assert f"PHQ-9 answered {day}" in signed_in(cast.tess).get("/caseload/").text
    signed_in(cast.tess).get(address("client-page", cast.therapy))
    Attention.refresh([cast.therapy])
    codes = [code for code, _facts in Attention.objects.get(therapy=cast.therapy).reasons]
    assert "measured" not in codes


def test_who_stands_in_sees_the_last_four_weeks(cast, signed_in, given):
    result = answered(given, cast.cleo)
    MeasureResult.objects.filter(pk=result.pk).update(done_at=timezone.now() - timedelta(days=29))
    assert "9 of 27" in signed_in(cast.tess).get(desk(cast)).text
    assert "9 of 27" not in signed_in(cast.will).get(desk(cast)).text


def test_the_client_page_charts_it_beside_practice(cast, signed_in, given):
    url = address("client-page", cast.therapy)
    before = len(queries_of(signed_in(cast.tess), url))
    answered(given, cast.cleo, 1, **{"9": 0})
    assert "PHQ-9" in signed_in(cast.tess).get(url).text
    assert len(queries_of(signed_in(cast.tess), url)) == before + 1


def test_the_hour_has_it_on_paper_and_as_text(cast, signed_in, given):
    answered(given, cast.cleo, 2, **{"9": 0})
    answered(given, cast.cleo, 1, **{"9": 0})
    tess, line = signed_in(cast.tess), "PHQ-9: 8 of 27"
    for name in ("session-sheet", "summary"):
        page = tess.get(address(name, cast.therapy)).text
        assert line in page and ", before: 16 of 27" in page


@pytest.mark.parametrize("name", ["session-sheet", "session-pdf", "summary"])
def test_what_stands_in_a_line_of_the_hour_is_read(cast, signed_in, given, name):
    """The latest answer and the one before it; an earlier one waits for the page of measures."""
    results = [answered(given, cast.cleo, 1, **{"9": 0}) for _each in range(3)]
    signed_in(cast.vera).get(address(name, cast.therapy))
    assert MeasureResult.objects.unread().count() == 3
    signed_in(cast.tess).get(address(name, cast.therapy))
    assert list(MeasureResult.objects.unread()) == results[:1]


def test_of_two_who_read_at_once_one_has_read_it(cast, given):
    result = answered(given, cast.cleo)
    seen_twice = MeasureResult.objects.get(pk=result.pk)
    result.read(by=cast.tess)
    seen_twice.read(by=cast.will)
    result.refresh_from_db()
    assert result.read_by == cast.tess
    assert AuditEvent.objects.filter(action="measure.read").count() == 1


def test_the_clients_copy_holds_answers_and_what_was_done(cast, given):
    result = answered(given, cast.cleo, **{"4": None})
    result.flag.answer("I rang her.", by=cast.tess)
    (told,) = record_of(cast.cleo, therapies_of(cast.cleo))["therapies"][0]["measures"]
    assert told["measure"] == "PHQ-9" and told["score"] is None
    assert told["answers"][3]["answer"] is None
    assert told["flag"]["what_was_done"] == "I rang her."


def test_today_costs_no_query_more(cast, signed_in):
    cleo = signed_in(cast.cleo)
    before = len(queries_of(cleo, "/today/"))
    duty_in(cast)
    GivenMeasure.give(cast.therapy, "phq-9", by=cast.tess)
    GivenMeasure.give(cast.therapy, "gad-7", by=cast.tess)
    assert len(queries_of(cleo, "/today/")) == before
