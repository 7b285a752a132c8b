"""The week on paper, and what came back on it."""

import pytest

from homework.models import PracticeEntry
from homework.practice_day import practice_today
from tests.homework.presses import logged
from tests.homework.test_session_sheet import text_of
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


def cell(desk):
    today = practice_today(desk.cast.therapy.zone)
    return f"{desk.cast.assignment.pk}/{today}"


def enter(desk, state):
    return desk.post("paper-results", **{cell(desk): state})


def test_the_sheet_holds_the_week_and_the_way_to_help(desk):
    desk.cast.assignment.reword(smallest="Look at the timetable.", when="at nine")
    desk.cast.assignment.care = "Stop if you feel dizzy."
    desk.cast.assignment.save(update_fields=["care"])
    page = desk.read("paper")
    assert "Go gently" in page and "Stop if you feel dizzy." in page
    assert "Two buses" in page and "At nine." in page
    assert "Look at the timetable. It counts as done." in page
    assert "Harbour night line: 020 7946 0111" in page


def test_without_a_week_it_says_what_comes_first(desk):
    desk.cast.plan.close("superseded", by=desk.cast.tess)
    assert "No week is agreed yet" in desk.read("paper")
    assert desk.get("paper-results").url == desk.at("paper")


def test_what_was_marked_is_entered_by_the_therapist_once(desk):
    enter(desk, "partly")
    enter(desk, "partly")
    entry = PracticeEntry.objects.get()
    assert (entry.state, entry.by) == ("partly", desk.cast.tess)
    assert entry.practice_date == practice_today(desk.cast.therapy.zone)


def test_a_slip_is_corrected_and_taken_back(desk):
    enter(desk, "partly")
    enter(desk, "done")
    entry = PracticeEntry.objects.get()
    assert entry.state == "done" and entry.wordings.count() == 1
    enter(desk, "")
    entry.refresh_from_db()
    assert entry.withdrawn_at
    enter(desk, "not_today")
    entry.refresh_from_db()
    assert (entry.withdrawn_at, entry.state) == (None, "not_today")


def test_a_word_that_is_no_state_is_refused(desk):
    assert enter(desk, "failed").status_code == 422
    assert not PracticeEntry.objects.exists()


def test_what_the_client_logged_stands_beside_the_box(desk):
    logged(desk.cast.assignment, desk.cast.cleo)
    logged(desk.cast.assignment, desk.cast.cleo, state="not_today", private=True)
    page = desk.read("paper-results")
    assert "Done, logged already" in page and "Not today, logged already" not in page


def test_the_form_costs_the_same_with_more_entries(desk):
    few = len(queries_of(desk.client, desk.at("paper-results")))
    for _each in range(4):
        logged(desk.cast.assignment, desk.cast.cleo)
    assert len(queries_of(desk.client, desk.at("paper-results"))) == few <= 16


def test_a_supervisor_enters_nothing(desk, signed_in):
    desk.client = signed_in(desk.cast.vera)
    assert desk.get("paper-results").status_code == 200
    assert enter(desk, "done").status_code == 403


GONE = {"key": "went", "is": "yes"}


class TestWorksheet:
    """Its questions are printed, filled in by hand, and entered by the therapist."""

    @pytest.fixture
    def asked(self, desk):
        homework = desk.cast.assignment
        homework.prompts = [
            {"key": "went", "question": "Did you go?", "kind": "yes_no"},
            {"key": "felt", "question": "What came up?", "kind": "emotions", "choices": ["Sad"]},
            {
                "key": "x",
                "question": "How far?",
                "kind": "short",
                "if": {"key": "went", "is": "yes"},
            },
            {"key": "sure", "question": "How sure?", "kind": "scale_4"},
        ]
        homework.save(update_fields=["prompts"])
        return homework

    def enter(self, desk, asked, **words):
        day = practice_today(desk.cast.therapy.zone).isoformat()
        return desk.post("paper-worksheet", asked.pk, **{"day": day, "state": "done"} | words)

    def test_the_sheet_prints_its_questions(self, desk, asked):
        page = desk.read("paper")
        assert "Did you go?" in page and "☐ Yes" in page and "How strong, 1 to 10" in page
        assert "Only if you answered “Did you go?” with “Yes”." in page

    def test_the_pdf_prints_them_too(self, desk, asked):
        text = text_of(desk.get("paper-pdf"))
        assert "Did you go?" in text and "How strong, 1 to 10" in text and "How far?" in text

    def test_it_is_entered_once_and_stands_there_again(self, desk, asked):
        for _time in range(2):
            assert self.enter(desk, asked, answer_went="yes", answer_felt_0="6").status_code == 302
        entry = PracticeEntry.objects.get()
        assert entry.answers == {"went": "yes", "felt": {"Sad": 6}}
        assert entry.by == desk.cast.tess and not entry.corrected_at
        again = desk.read("paper-worksheet", asked.pk)
        assert 'value="6" selected' in again and 'value="yes"' in again

    def test_it_joins_what_was_marked_for_the_day(self, desk, asked):
        enter(desk, "partly")
        self.enter(desk, asked, answer_sure="3")
        enter(desk, "partly")
        entry = PracticeEntry.objects.get()
        assert (entry.state, entry.answers) == ("partly", {"sure": 3})

    def test_what_is_wrong_is_said_and_kept(self, desk, asked):
        page = self.enter(desk, asked, day="2001-01-01", answer_x="Far")
        assert page.status_code == 422 and "Far" in page.text
        assert not PracticeEntry.objects.exists()

    def test_words_made_private_are_not_shown_again(self, desk, asked):
        self.enter(desk, asked, answer_went="yes", answer_x="To the sea")
        PracticeEntry.objects.get().make_private(by=desk.cast.cleo)
        assert "To the sea" not in desk.read("paper-worksheet", asked.pk)

    def test_another_therapys_or_a_homework_without_one_has_no_such_page(self, desk):
        assert desk.get("paper-worksheet", desk.cast.assignment.pk).url == desk.at("paper-results")
        assert desk.get("paper-worksheet", desk.cast.plan.pk).status_code == 404
