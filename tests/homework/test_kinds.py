"""Every kind of question: filled in, kept, changed, read by both sides, and told apart."""

import pytest
from django.utils import translation

from homework.forms.questions import as_fields
from homework.models import PracticeEntry
from homework.worksheet import KINDS, answered
from records.reader import of_homework
from tests.homework.presses import address, press

pytestmark = pytest.mark.django_db

ALL = [
    {"key": "head", "question": "The morning", "kind": "section"},
    {"key": "read", "question": "Sit down first.", "kind": "note"},
    {"key": "t", "question": "What happened?", "kind": "text"},
    {"key": "s", "question": "In a word?", "kind": "short"},
    {"key": "n", "question": "How sure?", "kind": "number"},
    {"key": "f", "question": "How hard?", "kind": "scale_4"},
    {"key": "a", "question": "How many minutes?", "kind": "amount"},
    {"key": "y", "question": "Did you go?", "kind": "yes_no"},
    {"key": "c", "question": "By what?", "kind": "choice", "choices": ["Bus", "Tram"]},
    {"key": "m", "question": "Who was there?", "kind": "choices", "choices": ["Ann", "Bo", "Cy"]},
    {"key": "e", "question": "What did you feel?", "kind": "emotions", "choices": ["Sad", "Glad"]},
    {"key": "b", "question": "How tense?", "kind": "before_after"},
    {"key": "d", "question": "Which day?", "kind": "date"},
    {"key": "h", "question": "At what time?", "kind": "time"},
]
SENT = {
    "answer_t": "We talked",
    "answer_s": "Rain",
    "answer_n": "0",
    "answer_f": "4",
    "answer_a": "7,5",
    "answer_y": "yes",
    "answer_c": "Tram",
    "answer_m_0": "on",
    "answer_m_2": "on",
    "answer_e_1": "8",
    "answer_b_before": "7",
    "answer_b_after": "3",
    "answer_d": "2026-01-05",
    "answer_h": "07:30",
}
KEPT = {
    "t": "We talked",
    "s": "Rain",
    "n": 0,
    "f": 4,
    "a": 7.5,
    "y": "yes",
    "c": "Tram",
    "m": ["Ann", "Cy"],
    "e": {"Glad": 8},
    "b": {"before": 7, "after": 3},
    "d": "2026-01-05",
    "h": "07:30",
}
READ = ("7.5", "Yes", "Tram", "Ann, Cy", "Glad 8", "7 before, 3 after", "5 Jan", "07:30")


@pytest.fixture
def asked(cast, client):
    client.force_login(cast.cleo)

    def ask(*prompts):
        cast.assignment.prompts = list(prompts)
        cast.assignment.save(update_fields=["prompts"])
        return address("worksheet", cast.assignment)

    return ask


def test_all_of_them_are_tried_here():
    assert {prompt["kind"] for prompt in ALL} == set(KINDS)


def test_each_is_kept_as_it_was_answered(client, asked):
    assert client.post(asked(*ALL), press(**SENT)).status_code == 302
    assert PracticeEntry.objects.get().answers == KEPT


def test_the_therapist_reads_it_in_words(cast, client, signed_in, asked):
    client.post(asked(*ALL), press(**SENT))
    page = signed_in(cast.tess).get(f"/caseload/{cast.therapy.pk}/").text
    assert [words for words in READ if words not in page] == []


def test_history_and_a_search_in_it_hold_what_was_answered(client, asked):
    client.post(asked(*ALL[6:]), press(**{k: v for k, v in SENT.items() if k > "answer_b"}))
    assert "Tram" in client.get("/history/").text
    assert "Glad 8" in client.post("/history/search/", {"words": "glad"}).text


def test_the_export_holds_it_as_it_was_kept_and_in_words(cast, client, asked):
    client.post(asked(*ALL), press(**SENT))
    (entry,) = of_homework(cast.assignment)["entries"]
    assert entry["answers"] == KEPT
    said = " ".join(pair["answer"] for pair in entry["said"])
    assert [words for words in READ if words not in said] == []


def test_what_was_answered_stands_in_the_correction_and_comes_back_the_same(client, asked):
    client.post(asked(*ALL), press(**SENT))
    entry = PracticeEntry.objects.get()
    again = {
        k: v for k, v in as_fields(ALL, entry.answers).items() if v is not None and v is not False
    }
    client.post(address("entry", entry), {"state": "done", **again, "answer_s": "Snow"})
    entry.refresh_from_db()
    assert entry.answers == {**KEPT, "s": "Snow"}


def test_left_alone_nothing_is_kept(client, asked):
    client.post(asked(*ALL), press())
    assert PracticeEntry.objects.get().answers == {}


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"answer_n": "11"}, "Choose a number from 0 to 10."),
        ({"answer_f": "5"}, "Choose a number from 0 to 4."),
        ({"answer_a": "a few"}, "Write a number, such as 20 or 7.5."),
        ({"answer_a": "NaN"}, "Write a number, such as 20 or 7.5."),
        ({"answer_a": "9e99"}, "Write a number, such as 20 or 7.5."),
        ({"answer_c": "Boat"}, "Choose one of these, or none."),
        ({"answer_e_0": "11"}, "Choose a number from 1 to 10."),
        ({"answer_b_before": "x"}, "Choose a number from 0 to 10."),
        ({"answer_d": "soon"}, "Write the day as a date"),
        ({"answer_h": "25:00"}, "Write the time with hours and minutes"),
        ({"answer_s": "x" * 201}, "Use 200 letters or fewer."),
    ],
)
def test_what_cannot_be_right_is_said_in_plain_words(client, asked, sent, words):
    page = client.post(asked(*ALL), press(answer_t="Keep me", **sent))
    assert page.status_code == 422 and words in page.text and "Keep me" in page.text
    assert not PracticeEntry.objects.exists()


@pytest.mark.parametrize(
    ("language", "sent", "kept", "said"),
    [
        ("en", "8,000", 8000, "8000"),
        ("en", "1,234.5", 1234.5, "1234.5"),
        ("en", "1.125", 1.125, "1.125"),
        ("de", "8.000", 8000, "8000"),
        ("de", "-1.234,5", -1234.5, "-1234,5"),
        ("de", "1,125", 1.125, "1,125"),
        ("de", "7.5", 7.5, "7,5"),
    ],
)
def test_a_number_is_read_as_its_language_writes_it(language, sent, kept, said):
    """And what stands in a correction comes back as the same number."""
    kind, prompt = KINDS["amount"], {"key": "a", "question": "How many steps?"}
    with translation.override(language):
        assert kind.field(prompt).clean(sent) == kept
        assert kind.parts(prompt, kept) == {"": said}
        assert kind.field(prompt).clean(said) == kept


WENT = {"key": "y", "question": "Did you go?", "kind": "yes_no"}
WHERE = {"key": "w", "question": "Where to?", "kind": "short", "if": {"key": "y", "is": "yes"}}
THEN = {"key": "z", "question": "And then?", "kind": "short", "if": {"key": "w", "is": "Town"}}


def test_what_was_not_asked_is_not_kept(client, asked):
    chosen = {**WHERE, "kind": "choice", "choices": ["Town", "Sea"]}
    url = asked(WENT, chosen, THEN)
    client.post(url, press(answer_y="no", answer_w="Town", answer_z="Home"))
    assert PracticeEntry.objects.get().answers == {"y": "no"}


def test_what_was_asked_after_an_answer_is_kept(client, asked):
    client.post(asked(WENT, WHERE), press(answer_y="yes", answer_w="Town"))
    assert PracticeEntry.objects.get().answers == {"y": "yes", "w": "Town"}


def test_words_under_a_question_stay_where_its_answer_was_not_ticked(client, asked):
    """Without a script every question stands on the page."""
    chosen = {**WHERE, "kind": "choice", "choices": ["Town", "Sea"]}
    client.post(asked(WENT, chosen, THEN), press(answer_z="Home"))
    assert PracticeEntry.objects.get().answers == {"z": "Home"}


def test_one_of_several_answers_leads_on_too(client, asked):
    several = {"key": "y", "question": "Who?", "kind": "choices", "choices": ["Ann", "Bo"]}
    where = {**WHERE, "if": {"key": "y", "is": "Bo"}}
    url = asked(several, where)
    assert 'name="answer_y_1" value="on"' in client.get(url).text
    client.post(url, press(answer_y_1="on", answer_w="Town"))
    assert PracticeEntry.objects.get().answers == {"y": ["Bo"], "w": "Town"}


def test_without_a_script_the_page_says_when_it_is_asked(client, asked):
    page = client.get(f"{asked(WENT, WHERE)}?all").text
    assert "Only if you answered “Did you go?” with “Yes”." in page


@pytest.mark.parametrize("waits_for", [{"key": "gone", "is": "yes"}, {"key": "y", "is": "maybe"}])
def test_what_waits_for_a_question_that_is_gone_is_asked_and_kept(client, asked, waits_for):
    url = asked(WENT, {**WHERE, "if": waits_for})
    assert "<asked-when" not in client.get(url).text
    client.post(url, press(answer_w="Town"))
    assert PracticeEntry.objects.get().answers == {"w": "Town"}


def test_a_heading_stands_over_its_question_and_is_no_step(client, asked):
    page = client.get(asked(*ALL[:3])).text
    assert "The morning" in page and page.count("data-step=") == 2


def test_a_kind_of_a_newer_version_is_asked_in_words(client, asked):
    url = asked({"key": "x", "question": "Draw it", "kind": "drawing"})
    client.post(url, press(answer_x="A tree"))
    assert PracticeEntry.objects.get().answers == {"x": "A tree"}


def test_an_answer_whose_question_is_gone_is_read_nevertheless():
    assert answered([], {"mood": {"Sad": 3}, "who": ["Ann"]}) == [("mood", "Sad 3"), ("who", "Ann")]
