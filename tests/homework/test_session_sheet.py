"""The hour on one page, on screen and as PDF: what it says, and what it leaves out."""

import unicodedata
from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from accounts.models import AuditEvent
from goals.models import GoalRating
from homework.models import PracticeEntry, WeekReport
from homework.progress import Counted, Planned, Practice, off_track
from tests.cast import agreed_plan
from tests.homework.presses import address, logged, press
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def text_of(response):
    """The words of a PDF in reading order, on one line."""
    assert response["Content-Type"] == "application/pdf", response
    pages = PdfReader(BytesIO(response.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def squeezed(text):
    """Without spaces and soft hyphens: paper breaks lines where it ends."""
    return "".join(unicodedata.normalize("NFKC", text).replace("\xad", "").split())


def of_a_fortnight(assignment):
    """As if its plan had begun two weeks ago."""
    plan = assignment.plan
    plan.starts_on -= 14 * DAY
    plan.save(update_fields=["starts_on"])


def test_what_was_logged_stands_on_the_page_and_in_the_pdf(desk, signed_in):
    desk.cast.assignment.reword(rating_label="Tension")
    said = {"where": "At the stop", "before": "7", "after": "3", "difficulty": "2"}
    words = {"note": "I waited. #strong[Not] markup\n= nor this"}
    signed_in(desk.cast.cleo).post(address("log", desk.cast.assignment), press(**said, **words))
    desk.client = signed_in(desk.cast.tess)
    page, pdf = desk.read("session-sheet"), text_of(desk.get("session-pdf"))
    told = ("Two buses", "1 practice of 4 planned", "Tension: 7 → 3", "How hard, of 4: 2")
    for shown in (*told, "At the stop"):
        assert shown in page and shown in pdf, shown
    assert "#strong[Not] markup = nor this" in pdf


LETTERS = st.characters(min_codepoint=0x21, max_codepoint=0x2FF, categories=("L", "N"))
SAID = st.text(LETTERS, min_size=1, max_size=60)
TO_TEN = st.integers(0, 10)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(note=SAID, where=SAID, before=TO_TEN, after=TO_TEN, difficulty=st.integers(0, 4))
def test_values_in_the_pdf_are_the_values_logged(desk, signed_in, **said):
    desk.cast.assignment.reword(rating_label="Tension")
    PracticeEntry.objects.all().delete()
    signed_in(desk.cast.cleo).post(address("log", desk.cast.assignment), press(**said))
    desk.client = signed_in(desk.cast.tess)
    printed = squeezed(text_of(desk.get("session-pdf")))
    assert squeezed(f"Tension: {said['before']} → {said['after']}") in printed
    assert squeezed(f"How hard, of 4: {said['difficulty']}") in printed
    assert squeezed(f"Where: {said['where']}") in printed
    assert squeezed(said["note"]) in printed


def test_topics_ratings_barriers_and_what_changed(desk):
    cast = desk.cast
    logged(cast.assignment, cast.cleo, "not_today", obstacle="tired")
    WeekReport.send(cast.plan, topics="The bus driver.", by=cast.cleo)
    GoalRating.objects.rate(cast.goal, 6, on=timezone.localdate(), by=cast.cleo)
    desk.decide("", insight="Waiting is the step.")
    page = desk.read("session-sheet")
    assert "The bus driver." in page and "I was too tired" in page
    assert "Take the bus to work: 6 (" in page
    assert "Understood: Waiting is the step." in page


def test_an_ordinary_hour_is_one_page(desk):
    cast = desk.cast
    plan = agreed_plan(cast.therapy, cast.tess, "Two buses", "Slow breathing", "One message")
    for assignment in plan.assignments.all():
        for note in ("It went better.", "And again."):
            said = {"note": note, "where": "At the stop", "before": 7, "after": 3}
            logged(assignment, cast.cleo, difficulty=2, **said)
    logged(assignment, cast.cleo, "not_today", obstacle="tired")
    WeekReport.send(plan, topics="The bus driver.", by=cast.cleo)
    GoalRating.objects.rate(cast.goal, 6, on=timezone.localdate(), by=cast.cleo)
    response = desk.get("session-pdf")
    assert "I was too tired" in text_of(response)
    assert len(PdfReader(BytesIO(response.content)).pages) == 1


def test_what_is_private_is_counted_and_not_told(desk):
    cast = desk.cast
    logged(cast.assignment, cast.cleo, note="Mine alone", where="At sea", before=9, private=True)
    logged(cast.assignment, cast.cleo, "not_today", obstacle="forgot", private=True)
    for words in (desk.read("session-sheet"), text_of(desk.get("session-pdf"))):
        assert "1 practice of 4 planned, one kept private" in words
        for secret in ("Mine alone", "At sea", "9 →", "Forgot"):
            assert secret not in words


def test_a_printed_rule_says_what_is_not_on_track(desk):
    assert "Not on track" not in desk.read("session-sheet")
    of_a_fortnight(desk.cast.assignment)
    for words in (desk.read("session-sheet"), text_of(desk.get("session-pdf"))):
        assert "Not on track: 0 of 8." in words
        assert "less than half of what was planned" in words


def test_looking_at_it_is_reading_and_leaves_a_trace(desk):
    entry = logged(desk.cast.assignment, desk.cast.cleo, note="Read me")
    desk.get("session-pdf")
    assert PracticeEntry.objects.get(pk=entry.pk).heard_at
    trace = AuditEvent.objects.get(action="therapy.printed")
    assert (trace.therapy_id, trace.actor) == (desk.cast.therapy.pk, desk.cast.tess)


def test_without_a_week_it_says_what_comes_first(desk):
    desk.cast.plan.close("superseded", by=desk.cast.tess)
    assert "No week is agreed yet" in desk.read("session-sheet")
    assert desk.get("session-pdf").url == desk.at("session-sheet")
    assert desk.get("paper-pdf").url == desk.at("paper")


def test_the_file_is_tagged_neutral_and_kept_nowhere(desk):
    desk.cast.assignment.reword(smallest="Look at the timetable")
    response = desk.get("paper-pdf")
    assert response["Content-Disposition"].startswith('attachment; filename="week-20')
    assert "no-store" in response["Cache-Control"]
    catalog = PdfReader(BytesIO(response.content)).trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"] and catalog["/Lang"] == "en"
    assert b"pdfuaid:part" in response.content
    words = text_of(response)
    assert "Smallest version: Look at the timetable. It counts as done." in words
    assert "Harbour night line: 020 7946 0111" in words


@pytest.mark.parametrize("name", ["session-pdf", "paper-pdf"])
def test_the_title_of_the_file_says_nothing_of_anybody(desk, name):
    desk.cast.plan.focus = "Riding the bus again"
    desk.cast.plan.save(update_fields=["focus"])
    response = desk.get(name)
    assert "Riding the bus again" in text_of(response)
    assert PdfReader(BytesIO(response.content)).metadata.title == "Notes"


def test_a_letter_without_a_font_does_not_stop_the_printing(desk):
    logged(desk.cast.assignment, desk.cast.cleo, note="It went well \U00013000 today")
    assert "It went well" in text_of(desk.get("session-pdf"))


def test_it_costs_the_same_with_more_entries(desk):
    logged(desk.cast.assignment, desk.cast.cleo)
    desk.get("session-sheet")
    few = len(queries_of(desk.client, desk.at("session-sheet")))
    for _each in range(4):
        logged(desk.cast.assignment, desk.cast.cleo, where="At home", note="Waited")
    desk.get("session-sheet")
    assert len(queries_of(desk.client, desk.at("session-sheet"))) == few <= 20


def test_the_rule_counts_what_was_meant():
    today = timezone.localdate()
    planned = Planned("a", today - 13 * DAY, times=4)
    assert off_track(planned, [], today) == Counted(0, 8)
    three = [Practice("a", today - n * DAY, "done") for n in range(3)]
    assert off_track(planned, three, today) == Counted(3, 8)
    assert off_track(planned, [*three, Practice("a", today, "done")], today) is None
    # Long ago is not lately, and a homework of six days is too young to be judged.
    assert off_track(planned, [Practice("a", today - 14 * DAY, "done")] * 9, today).credit == 0
    assert off_track(Planned("a", today - 5 * DAY, times=7), [], today) is None
    # Homework by a date: nothing before the day, whenever it was done afterwards.
    assert off_track(Planned("a", today - 13 * DAY, due=today + DAY), [], today) is None
    assert off_track(Planned("a", today - 13 * DAY, due=today), [], today) == Counted(0, 1)
