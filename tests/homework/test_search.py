"""Searching one's own words: encrypted, so so much at a time, and in no address."""

from datetime import timedelta

import pytest
from django.utils import timezone

from homework import search
from homework.models import EntryFeedback, Review, WeekReport
from homework.search import fold
from tests.homework.presses import HTMX, logged
from tests.queries import Queries

pytestmark = pytest.mark.django_db
URL = "/history/search/"


@pytest.fixture
def look(cast, client):
    client.force_login(cast.cleo)

    def look(words, status=200, headers=None, **fields):
        answer = client.post(URL, {"words": words, **fields}, headers=headers)
        assert answer.status_code == status
        return answer.text

    return look


@pytest.fixture
def note(cast):
    def note(words, days_ago=0, **facts):
        done_at = timezone.now() - timedelta(days=days_ago)
        return logged(cast.assignment, cast.cleo, note=words, done_at=done_at, **facts)

    return note


def test_capitals_and_accents_make_no_difference(look, note):
    note("We met at the CAFÉ.")
    for words in ("cafe", "Café", "meT  caf"):
        page = look(words)
        assert "<b>1</b> place with" in page and "We met at the CAFÉ." in page
    assert "<b>0</b> places with “tram”" in look("tram")


@pytest.mark.parametrize(("text", "found"), [("Straße", "strasse"), ("İzmir", "izmir")])
def test_letters_of_other_alphabets_fold(text, found):
    assert fold(text) == found


def test_all_that_was_said_is_looked_into(cast, look, note):
    entry = note("First word", where="Library", with_whom="Nora", private=True)
    entry.correct(by=cast.cleo, note="Second thought")
    EntryFeedback.give(entry, "Bravely put", by=cast.tess)
    WeekReport.send(cast.plan, topics="My sister", by=cast.cleo)
    cast.goal.add_step("Ask the driver", by=cast.cleo)
    Review.of(cast.plan, by=cast.tess).write(by=cast.tess, feedback="Unfinished answer")
    for words in ("first", "second", "library", "nora", "bravely", "two buses", "sister", "driver"):
        assert "<b>0</b>" not in look(words), words
    assert "<b>0</b>" in look("unfinished")


def test_it_says_what_was_searched_and_offers_clear(look, note):
    note("On the tram")
    page = look("tram <b>")
    assert "“tram &lt;b&gt;”" in page and 'href="/history/"' in page
    assert "Searched back to the beginning." in page


def test_it_reads_so_much_at_a_time_and_goes_on_from_there(look, note, monkeypatch):
    monkeypatch.setattr(search, "SCANNED", 3)
    for back in range(7):
        note(f"tram {back}.", days_ago=back)
    seen, before = [], ""
    for _stretch in range(3):
        page = look("tram", before=before)
        seen += [back for back in range(7) if f"tram {back}." in page]
        before = page.split('name="before" value="')[-1][:36] if "further back" in page else ""
    assert sorted(seen) == list(range(7)) and not before
    assert "back to the beginning." in page


def test_a_long_note_is_shown_around_the_word(look, note):
    note("before " * 60 + "lantern " + "after " * 60)
    page = look("LANTERN")
    assert "lantern" in page and "…" in page and "before " * 20 not in page


def test_htmx_gets_what_was_found_and_a_browser_the_page(look, note):
    note("On the tram")
    part = look("tram", headers={**HTMX, "HX-Target": "found"})
    assert part.lstrip().startswith('<div id="found">') and "<html" not in part
    assert "<html" in look("tram")


@pytest.mark.parametrize("words", ["", "  ", "x" * 101, "a\0b", "\u00b4", "\u0301"])
def test_what_cannot_be_looked_for_comes_back(look, note, words):
    note("On the tram")
    page = look(words, status=422)
    assert "<title>Error: History</title>" in page and "On the tram" in page


def test_the_words_stand_in_no_address(cast, client, look, note):
    note("On the tram")
    assert "tram" not in "".join(look("tram").split("action=")[1:3]).split(">")[0]
    assert client.get(URL, {"words": "tram"}).status_code == 405


def test_it_takes_a_constant_number_of_queries(cast, client, look, note):
    for back in range(40):
        note("On the tram", days_ago=back).correct(by=cast.cleo, note="In the tram")
    look("tram")
    with Queries() as queries:
        look("tram")
    assert len(queries) <= 14, queries


def test_others_words_are_never_found(cast, signed_in, note):
    note("On the tram")
    assert "<b>0</b>" in signed_in(cast.carl).post(URL, {"words": "tram"}).text
    assert signed_in(cast.tess).post(URL, {"words": "tram"}).status_code == 403
