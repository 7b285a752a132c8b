"""An entry after it was logged: more words, corrections, privacy, taking it back."""

import pytest

from homework.models import EntryFeedback, PracticeEntry
from tests.homework.presses import HTMX, address, logged
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(cast):
    return logged(cast.assignment, cast.cleo)


@pytest.fixture
def send(cast, signed_in):
    client = signed_in(cast.cleo)

    def send(name, entry, headers=None, **sent):
        return client.post(address(name, entry), sent, headers=headers)

    send.client = client
    return send


def test_details_are_added_and_are_no_correction(entry, send):
    answer = send("entry-details", entry, difficulty="3", note="I got on.", smallest="on")
    entry.refresh_from_db()
    assert answer.url.startswith("/today/?saved=")
    assert (entry.difficulty, entry.note, entry.smallest) == (3, "I got on.", True)
    assert entry.has_words and entry.corrected_at is None and not entry.wordings.exists()


def test_whether_it_helped_is_said_by_one_choice_and_asked_no_more(entry, send):
    """Left alone it is no answer; said differently, the first answer is kept."""
    page = send("entry-details", entry, HTMX, difficulty="2").text
    entry.refresh_from_db()
    assert entry.helped == "" and "Did it help?" in page and "checked" not in page
    page = send("entry-details", entry, HTMX, helped="a_little").text
    assert "Did it help? A little." in page and 'value="a_lot"' not in page
    send("entry", entry, state="done", helped="a_lot")
    entry.refresh_from_db()
    assert entry.helped == "a_lot" and entry.wordings.get().words["helped"] == "a_little"
    assert "A little" in send.client.get(address("entry", entry)).text.split("it said before")[1]


def test_whether_it_helped_is_not_asked_of_not_today(cast, send):
    entry = logged(cast.assignment, cast.cleo, "not_today")
    assert "Did it help?" not in send("entry-details", entry, HTMX).text


def test_a_page_opened_before_it_was_asked_leaves_the_answer_of_today(cast, entry, send):
    entry.correct(by=cast.cleo, note="First")
    old = entry.wordings.get()
    old.words.pop("helped")
    old.save(update_fields=["words"])
    entry.add(by=cast.cleo, helped="a_lot")
    assert send("entry", entry, seen="", state="done", note="Second").status_code == 302
    entry.refresh_from_db()
    assert (entry.helped, entry.note) == ("a_lot", "Second")


def test_details_sent_again_keep_what_was_said_before(entry, send):
    send("entry-details", entry, note="I got on.")
    send("entry-details", entry, note="I got on, and off.")
    entry.refresh_from_db()
    assert entry.corrected_at and entry.wordings.get().words["note"] == "I got on."


def test_sent_twice_the_same_details_change_nothing(entry, send):
    for _time in range(2):
        send("entry-details", entry, HTMX, note="I got on.", difficulty="0")
    assert not entry.wordings.exists()


def test_words_kept_to_oneself_are_private_from_then_on(entry, send):
    send("entry-details", entry, note="Not for others", private="on")
    entry.refresh_from_db()
    assert entry.private and entry.note


def test_what_got_in_the_way_is_offered_only_where_something_did(cast, send):
    entry = logged(cast.assignment, cast.cleo, "not_today")
    page = send("entry-details", entry, HTMX).content.decode()
    assert "What got in the way?" in page and "How hard was it?" not in page
    send("entry-details", entry, obstacle="busy")
    entry.refresh_from_db()
    assert entry.obstacle == "busy"


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"difficulty": "5"}, "Choose a number from 0 to 4."),
        ({"helped": "very"}, "Choose one of these, or none."),
        ({"note": "x" * 4001}, "Use 4000 letters or fewer."),
        ({"note": "a\0b"}, "cannot be kept"),
    ],
)
def test_wrong_details_are_refused_where_they_were_written(entry, send, sent, words):
    answer = send("entry-details", entry, HTMX, **sent)
    page = answer.content.decode()
    assert answer.status_code == 422 and words in page and "<title>Error: Today" in page
    entry.refresh_from_db()
    assert not entry.note and entry.difficulty is None


def test_wrong_details_without_htmx_come_back_on_today(entry, send):
    answer = send("entry-details", entry, note="x" * 4001)
    page = answer.content.decode()
    assert answer.status_code == 422 and "x" * 4001 in page and "Use 4000 letters" in page


def test_undo_and_undoing_the_undo(entry, send):
    page = send("entry-withdrawal", entry, HTMX).content.decode()
    assert "Taken back." in page and "Put it back" in page and "so far" not in page
    page = send("entry-restoration", entry, HTMX).content.decode()
    assert "Saved at" in page and "1 practice so far" in page
    entry.refresh_from_db()
    assert entry.withdrawn_at is None


def test_undo_without_htmx_leads_to_today_where_it_can_be_put_back(cast, entry, send, signed_in):
    answer = send("entry-withdrawal", entry)
    assert "Put it back" in signed_in(cast.cleo).get(answer.url).content.decode()


def test_the_page_shows_what_was_said_and_what_it_said_before(cast, entry, signed_in):
    entry.correct(by=cast.cleo, note="First words")
    entry.correct(by=cast.cleo, note="Second words", state="partly")
    page = signed_in(cast.cleo).get(address("entry", entry)).content.decode()
    assert "Second words" in page and "First words" in page and "What it said before" in page
    assert "Nobody has opened it yet." in page


def test_what_it_said_before_stands_there_with_its_questions_and_numbers(cast, entry, signed_in):
    cast.assignment.prompts = [{"key": "a", "question": "Was it loud?", "kind": "yes_no"}]
    cast.assignment.save(update_fields=["prompts"])
    said = {"answers": {"a": "yes"}, "difficulty": 3, "obstacle": "tired", "smallest": True}
    entry.add(by=cast.cleo, **said)
    entry.correct(by=cast.cleo, answers={}, difficulty=1, obstacle="", smallest=False)
    page = signed_in(cast.cleo).get(address("entry", entry)).text.split("What it said before")[1]
    words = ("Was it loud?", "Yes", "3 of 4", "I was too tired", "smallest version")
    assert [each for each in words if each not in page] == []


def test_a_correction_keeps_history_and_forgets_nothing_else(cast, entry, send):
    entry.correct(by=cast.cleo, difficulty=2, where="bus stop")
    answer = send("entry", entry, state="partly", where="bus stop", difficulty="2", note="Half")
    entry.refresh_from_db()
    assert answer.status_code == 302
    assert (entry.state, entry.where, entry.difficulty, entry.note) == (
        "partly", "bus stop", 2, "Half",
    )  # fmt: skip
    assert entry.wordings.count() == 2


def test_two_phones_that_change_one_entry_keep_both_wordings(entry, send):
    """Both had opened it as it was logged; the second sends its own old page."""
    send("entry", entry, seen="", state="partly", where="bus stop")
    answer = send("entry", entry, seen="", state="done", note="Written on the other phone")
    entry.refresh_from_db()
    assert (entry.state, entry.where) == ("partly", "bus stop")
    assert entry.note == "Written on the other phone" and entry.wordings.count() == 2
    page = send.client.get(answer.url).content.decode()
    assert "changed on another phone" in page


def test_a_draft_from_before_another_phones_correction_takes_nothing_back(cast, entry, send):
    draft = {"seen": "", "where": "", "note": "Begun on this phone"}
    send.client.post(f"/drafts/entry/{entry.pk}/", draft)
    entry.correct(by=cast.cleo, where="bus stop", note="From the other phone")
    page = send.client.get(address("entry", entry)).context["form"]
    sent = {name: page[name].value() or "" for name in ("seen", "state", "where", "note")}
    answer = send("entry", entry, **sent)
    entry.refresh_from_db()
    assert (entry.where, entry.note) == ("bus stop", "Begun on this phone")
    assert "changed on another phone" in send.client.get(answer.url).text


def test_two_phones_that_answer_two_questions_keep_both_answers(cast, entry, send):
    homework = entry.assignment
    homework.prompts = [
        {"key": key, "question": f"And {key}?", "kind": "text"}
        for key in ("before", "after", "fear")
    ]
    homework.save(update_fields=["prompts"])
    entry.correct(by=cast.cleo, answers={"fear": "I would faint"})
    sent = {"seen": entry.corrected_at.isoformat(), "state": "done"}
    send("entry", entry, **sent, answer_fear="I would faint", answer_before="Warm hands")
    send("entry", entry, **sent, answer_after="Cold hands")
    entry.refresh_from_db()
    assert entry.answers == {"before": "Warm hands", "after": "Cold hands"}


def test_one_phone_that_changes_its_entry_twice_meets_nobody(entry, send):
    send("entry", entry, seen="", state="partly")
    entry.refresh_from_db()
    send("entry", entry, seen=entry.corrected_at.isoformat(), state="done")
    entry.refresh_from_db()
    assert entry.state == "done"
    page = send.client.get(address("entry", entry)).content.decode()
    assert "another phone" not in page


def test_a_correction_that_changes_nothing_writes_nothing(entry, send):
    send("entry", entry, state="done")
    entry.refresh_from_db()
    assert entry.corrected_at is None


def test_a_wrong_correction_comes_back_as_it_was_sent(entry, send):
    answer = send("entry", entry, state="", note="Kept on the page")
    page = answer.content.decode()
    assert answer.status_code == 422 and "Kept on the page" in page
    assert "<title>Error: What I wrote</title>" in page


def test_privacy_goes_both_ways(entry, send):
    send("entry-privacy", entry, private="yes", **{"from": "entry"})
    entry.refresh_from_db()
    assert entry.private
    answer = send("entry-privacy", entry, private="no", **{"from": "entry"})
    entry.refresh_from_db()
    assert not entry.private and answer.url == address("entry", entry)


def test_after_the_end_nothing_can_be_shared(cast, entry, send):
    entry.make_private(by=cast.cleo)
    cast.therapy.end(by=cast.tess)
    send("entry-privacy", entry, private="no")
    entry.refresh_from_db()
    assert entry.private


def test_opening_an_entry_is_reading_what_was_said_about_it(cast, entry, signed_in):
    said = EntryFeedback.give(entry, "Well waited.", by=cast.tess)
    page = signed_in(cast.cleo).get(address("entry", entry)).content.decode()
    said.refresh_from_db()
    assert "Well waited." in page and said.read_at


def test_a_withdrawn_entry_says_so_to_its_author(cast, entry, signed_in):
    entry.withdraw(by=cast.cleo)
    page = signed_in(cast.cleo).get(address("entry", entry)).content.decode()
    assert "You took this back on" in page and "Nobody had opened it." in page


def test_the_page_takes_a_constant_number_of_queries(cast, entry, signed_in):
    client, url = signed_in(cast.cleo), address("entry", entry)
    few = len(queries_of(client, url))
    for note in ("one", "two", "three"):
        entry.correct(by=cast.cleo, note=note)
    assert len(queries_of(client, url)) == few <= 9


ADDRESSES = [
    "entry-details",
    "entry-withdrawal",
    "entry-restoration",
    "entry-privacy",
]


@pytest.mark.parametrize("name", ["entry", *ADDRESSES])
def test_a_strangers_entry_does_not_exist(cast, entry, signed_in, name):
    for stranger in (cast.carl, cast.zack):
        assert signed_in(stranger).post(address(name, entry)).status_code == 404
    assert signed_in(cast.tess).post(address(name, entry)).status_code == 403
    assert PracticeEntry.objects.get().withdrawn_at is None


@pytest.mark.parametrize("name", ADDRESSES)
def test_they_are_only_sent(cast, entry, signed_in, name):
    assert signed_in(cast.cleo).get(address(name, entry)).status_code == 405


def test_words_begun_on_today_wait_on_the_entrys_page(cast, entry, send, signed_in):
    client = signed_in(cast.cleo)
    client.post(f"/drafts/entry/{entry.pk}/", {"note": "I was about to"})
    assert "Go on with what you began to write" in client.get("/today/").content.decode()
    assert "I was about to" in client.get(address("entry", entry)).content.decode()
    send("entry", entry, state="done", note="I was about to cry")
    assert "Go on with" not in client.get("/today/").content.decode()


def test_a_private_entry_says_so_at_the_field(cast, entry, signed_in):
    entry.make_private(by=cast.cleo)
    page = signed_in(cast.cleo).get(address("entry", entry)).content.decode()
    assert "Only you can see this. Nobody will see it, even if you are in danger." in page
    assert "can see this. It is read by" not in page


def test_what_is_said_after_the_end_is_for_oneself(cast, entry, send):
    cast.therapy.end(by=cast.tess)
    send("entry", entry, state="done", note="For me")
    entry.refresh_from_db()
    assert entry.private and entry.note == "For me"
