"""The same record as PDF, as tables and as FHIR: every word of it, and nothing that runs."""

import csv
import json
import zipfile
from datetime import date
from io import BytesIO, StringIO

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from accounts.tables import RUNS, harmless
from homework.models import GivenMeasure, WeekPlan
from records.reader import record_of
from records.reading import therapies_of
from records.writers.fhir import in_fhir
from records.writers.page import in_pdf
from records.writers.tables import in_tables
from tests.everything import fill
from tests.homework.measures.giving import answered, duty_in
from tests.records.test_export import words_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def record():
    w = fill()
    w.assignment.reword(confidence=60)
    w.entry.correct(by=w.client, note="Said better", obstacle="tired", smallest=True)
    w.review.write(quality="match", by=w.lead)
    w.review.finish(by=w.lead)
    return record_of(w.client, therapies_of(w.client))


def squeezed(text):
    """Without spaces: a PDF breaks lines where the paper ends."""
    return "".join(text.split())


def tables_of(content):
    with zipfile.ZipFile(BytesIO(content)) as bundle:
        texts = {name: bundle.read(name).decode("utf-8-sig") for name in bundle.namelist()}
    return {name: list(csv.DictReader(StringIO(text))) for name, text in texts.items()}


def test_the_pdf_holds_every_word_of_the_data(record):
    reader = PdfReader(BytesIO(in_pdf(record)))
    printed = squeezed("".join(page.extract_text() for page in reader.pages))
    words = list(words_in(record))
    assert len(words) > 40 and [text for text in words if squeezed(text) not in printed] == []
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_the_tables_hold_every_word_of_the_data(record):
    tables = tables_of(in_tables(record))
    printed = " ".join(cell for rows in tables.values() for row in rows for cell in row.values())
    assert [text for text in words_in(record) if text not in printed] == []


def test_the_rows_of_tables_name_what_they_hang_from(record):
    tables = tables_of(in_tables(record))
    homework = {row["number"]: row for row in tables["homework.csv"]}
    titles = [homework[entry["homework_number"]]["title"] for entry in tables["entries.csv"]]
    assert titles and all(titles)
    assert {row["therapies_number"] for row in tables["plans.csv"]} <= {
        row["number"] for row in tables["therapies.csv"]
    }


@given(st.text())
def test_no_cell_begins_as_a_formula(words):
    assert not harmless(words).startswith(RUNS)
    assert harmless(words).endswith(words)


@pytest.mark.parametrize("words", ["=1+1", "\n=1+1", "＝1+1", "-2"])
def test_what_runs_after_an_empty_line_or_in_wide_letters_is_words(words):
    assert harmless(words) == f"'{words}"


def test_the_parts_of_an_answer_are_words_and_no_columns():
    entry = {"answers": {"felt": {"=1+1": 3, "Calm": 4}, "-rated": {"before": 7, "after": 2}}}
    tables = tables_of(in_tables({"therapies": [{"entries": [entry]}]}))
    (row,) = tables["answers.csv"]
    assert row["felt"] == "'=1+1 3, Calm 4" and row["'-rated"] == "7 before, 2 after"
    assert set(tables) == {"copies.csv", "therapies.csv", "entries.csv", "answers.csv"}


def test_an_answer_called_number_leaves_the_number_of_its_row_alone():
    entry = {"answers": {"number": 7, "entries_number": "three"}}
    tables = tables_of(in_tables({"therapies": [{"entries": [{}, entry]}]}))
    (row,) = tables["answers.csv"]
    assert (row["number"], row["entries_number"]) == ("1", "2")
    assert (row["number_"], row["entries_number_"]) == ("7", "three")


def test_the_bundle_is_valid_fhir_and_says_what_was_said(record):
    content = in_fhir(record)
    bundle = Bundle.model_validate_json(content)
    kinds = {entry.resource.get_resource_type() for entry in bundle.entry}
    assert kinds == {
        "Patient",
        "Goal",
        "CarePlan",
        "Task",
        "QuestionnaireResponse",
        "Communication",
    }
    text = content.decode()
    homework = [h for t in record["therapies"] for plan in t["plans"] for h in plan["homework"]]
    assert homework and all(json.dumps(each["title"]) in text for each in homework)
    assert "Said better" in text


def of_kind(record, kind):
    bundle = Bundle.model_validate_json(in_fhir(record))
    resources = (entry.resource for entry in bundle.entry)
    return [each for each in resources if each.get_resource_type() == kind]


@pytest.mark.parametrize(("key", "loinc"), [("phq-9", "44261-6"), ("gad-7", "70274-6")])
def test_a_measure_is_a_form_with_its_answers_and_a_score(cast, key, loinc):
    duty_in(cast)
    result = answered(GivenMeasure.give(cast.therapy, key, by=cast.tess), cast.cleo, 2)
    record = record_of(cast.cleo, therapies_of(cast.cleo))
    (score,) = of_kind(record, "Observation")
    # Before four in the morning it is not of the day on which it was practised.
    moments = (score.effectiveDateTime, result.done_at)
    assert len({moment.replace(microsecond=0) for moment in moments}) == 1
    assert score.valueInteger == result.score
    assert [each.code for each in score.code.coding] == [loinc]
    (form,) = of_kind(record, "QuestionnaireResponse")
    said = [(item.text, item.answer[0].valueString) for item in form.item]
    assert said == result.said and score.derivedFrom[0].reference == f"urn:uuid:{form.id}"


def test_where_a_question_was_left_out_there_is_no_score(cast):
    duty_in(cast)
    given = GivenMeasure.give(cast.therapy, "gad-7", by=cast.tess)
    answered(given, cast.cleo, 1, **{"4": None})
    record = record_of(cast.cleo, therapies_of(cast.cleo))
    (form,) = of_kind(record, "QuestionnaireResponse")
    assert of_kind(record, "Observation") == [] and form.item[3].answer is None


def test_a_week_that_was_over_before_it_began_has_no_period(cast):
    """Its period would end before its start, which FHIR forbids."""
    WeekPlan.objects.filter(pk=cast.plan.pk).update(starts_on=date(2999, 1, 1))
    cast.plan.close("superseded", by=cast.tess)
    (plan,) = of_kind(record_of(cast.cleo, therapies_of(cast.cleo)), "CarePlan")
    assert plan.status == "completed" and plan.period is None


def test_every_reference_of_the_bundle_is_in_it(record):
    bundle = json.loads(in_fhir(record))
    names = {entry["fullUrl"] for entry in bundle["entry"]}
    assert len(names) == len(bundle["entry"])
    assert set(references(bundle)) <= names


@pytest.mark.parametrize(("closed", "status"), [("reached", "completed"), ("let_go", "cancelled")])
def test_a_goal_that_is_over_says_how(cast, closed, status):
    cast.goal.close(closed, by=cast.tess)
    bundle = Bundle.model_validate_json(in_fhir(record_of(cast.cleo, therapies_of(cast.cleo))))
    goals = [e.resource for e in bundle.entry if e.resource.get_resource_type() == "Goal"]
    assert [goal.lifecycleStatus for goal in goals] == [status]


def references(value):
    if isinstance(value, dict):
        if "reference" in value and isinstance(value["reference"], str):
            yield value["reference"]
        for each in value.values():
            yield from references(each)
    elif isinstance(value, list):
        for each in value:
            yield from references(each)
