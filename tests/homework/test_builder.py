"""The worksheet builder: lines added, moved and taken out by a press each, and a preview."""

import pytest

from homework.models import Exercise
from tests.homework.test_library import sheet, shelves

pytestmark = pytest.mark.django_db
__all__ = ["shelves"]

TWO = {
    "questions-TOTAL_FORMS": 2,
    "questions-0-key": "went",
    "questions-0-question": "Did you go?",
    "questions-0-kind": "yes_no",
    "questions-1-key": "where",
    "questions-1-question": "Where to?",
    "questions-1-kind": "choice",
    "questions-1-choices": "Town\nSea\n\nTown",
    "questions-1-only_if": "went=yes",
}


@pytest.fixture
def send(cast, signed_in, shelves):
    tess = signed_in(cast.tess)
    return lambda **words: tess.post("/library/new/", sheet(shelves["skill"], **TWO) | words)


def order(page):
    """Whether "Did you go?" stands before "Where to?"."""
    return page.text.index("Did you go?</textarea>") < page.text.find("Where to?</textarea>")


def test_what_was_built_is_kept(send):
    send()
    assert Exercise.objects.get(title="Two stops").prompts == [
        {"key": "went", "question": "Did you go?", "kind": "yes_no"},
        {
            "key": "where",
            "question": "Where to?",
            "kind": "choice",
            "choices": ["Town", "Sea"],
            "if": {"key": "went", "is": "yes"},
        },
    ]


def test_lines_move_and_leave_and_nothing_is_saved(send):
    assert order(send(do="look")) and order(send(do="up-0")) and order(send(do="down-1"))
    assert not order(send(do="up-1")) and not order(send(do="down-0"))
    gone = send(do="remove-1")
    assert gone.status_code == 200 and "Where to?" not in gone.text
    assert not Exercise.objects.filter(title="Two stops").exists()


@pytest.mark.parametrize("do", ["up-99", "sideways", "remove-", "up--1", "0", ""])
def test_a_press_that_cannot_be_changes_nothing(send, do):
    page = send(do=do)
    assert page.status_code == 200 and order(page)


def test_an_endless_number_of_lines_is_none(send):
    page = send(**{"questions-TOTAL_FORMS": "9" * 5000, "do": "look"})
    assert page.status_code == 200


def test_the_preview_shows_what_the_phone_will_ask(send):
    preview = send(do="look", title="Ride").text.split('id="preview"')[1]
    assert "Ride" in preview and 'name="try-answer_where" value="Sea"' in preview
    assert '<asked-when name="try-answer_went" value="yes">' in preview


def test_a_question_offers_only_what_stands_before_it(send):
    page = send(do="look").text
    first, second = (page.split(f'-{n}-only_if" id=')[1].split("</select>")[0] for n in (0, 1))
    assert "went=yes" not in first and 'value="went=yes" selected' in second


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"questions-1-choices": "Town"}, "Write two or more answers to choose from"),
        ({"questions-1-choices": "\n".join("abcdefghijklm")}, "Write 12 answers or fewer."),
        ({"questions-1-choices": "Town\n" + "x" * 101}, "Use 100 letters or fewer."),
        ({"questions-0-kind": "poem"}, "Choose how it is answered from the list."),
        ({"questions-0-only_if": "where=Sea"}, "Choose an answer to a question that stands"),
        ({"questions-1-only_if": "went=maybe"}, "Choose an answer to a question that stands"),
        ({"questions-0-kind": "text"}, "Choose an answer to a question that stands"),
    ],
)
def test_what_cannot_be_asked_is_said_beside_it(send, change, words):
    page = send(**change)
    assert page.status_code == 422 and words in page.text and "<title>Error:" in page.text


def test_feelings_without_a_list_are_the_usual_ones(send):
    send(**{"questions-0-kind": "emotions", "questions-1-only_if": ""})
    assert "Anxious" in Exercise.objects.get(title="Two stops").prompts[0]["choices"]


@pytest.mark.parametrize("kind", ["yes_no", "text"])
def test_two_questions_of_one_key_are_two(send, kind):
    send(**{"questions-0-kind": kind, "questions-1-key": "went", "questions-1-only_if": ""})
    first, second = Exercise.objects.get(title="Two stops").prompts
    assert first["key"] != second["key"]


def test_a_change_to_the_questions_alone_is_no_repeated_press(cast, signed_in, shelves):
    tess, url = signed_in(cast.tess), f"/library/{shelves['own'].pk}/edit/"
    words = sheet(shelves["skill"], version=1, **TWO)
    assert tess.post(url, words).status_code == tess.post(url, words).status_code == 302
    assert Exercise.objects.filter(key="tessown").count() == 2
    other = words | {"questions-0-question": "Did you ride?"}
    assert tess.post(url, other).status_code == 422
    assert tess.post(url, words | {"questions-1-only_if": "went=no"}).status_code == 422
