"""From the press that asks for a copy to its end: once, for its owner, for a day."""

import re
from datetime import timedelta

import pytest

from accounts.ground import DecryptionError
from records.models import Copy, copy
from records.models.copy import KEPT, LEASE, MOST_TRIES
from records.tasks import make_copies
from tests.homework.presses import logged

pytestmark = pytest.mark.django_db
EXPORT = "/me/export/"


@pytest.fixture
def client(signed_in, cast):
    return signed_in(cast.cleo)


def later(**facts):
    """As if that long had gone by since it was asked for."""
    for each in Copy.objects.all():
        begun = each.begun_at and each.begun_at - timedelta(**facts)
        asked = each.asked_at - timedelta(**facts)
        Copy.objects.filter(pk=each.pk).update(asked_at=asked, begun_at=begun)


def test_it_is_in_line_until_a_worker_has_made_it(client):
    page = client.post(EXPORT, {"kind": "tables"}, follow=True).text
    assert "is being made" in page and "In line" in page and "Get it" not in page
    make_copies()
    page = client.get(EXPORT).text
    assert "Get it" in page and "In line" not in page and "is being made" not in page


def test_pressed_twice_it_is_made_once(client):
    for _press in range(2):
        client.post(EXPORT, {"kind": "data"})
    assert Copy.objects.count() == 1


def test_without_a_worker_the_waiting_page_makes_it(client):
    client.post(EXPORT, {"kind": "data"})
    assert "In line" in client.get(EXPORT).text
    later(seconds=7)
    assert "Get it" in client.get(EXPORT).text


def test_a_new_one_takes_the_place_of_the_old(client, cast):
    for words in ("First", "Second"):
        logged(cast.assignment, cast.cleo, note=words)
        client.post(EXPORT, {"kind": "data"})
        make_copies()
    assert b"Second" in Copy.objects.get().file


def test_after_a_day_it_is_gone(client):
    client.post(EXPORT, {"kind": "data"})
    make_copies()
    later(hours=KEPT.total_seconds() / 3600)
    assert "Get it" not in client.get(EXPORT).text
    make_copies()
    assert not Copy.objects.exists()


def test_a_file_that_is_no_choice_is_refused(client):
    answer = client.post(EXPORT, {"kind": "spreadsheet"})
    assert answer.status_code == 422 and "Choose one of the files." in answer.text


def test_what_goes_wrong_is_said_and_can_be_asked_for_again(client, monkeypatch, caplog):
    def fails(*_):
        raise ValueError("Dear diary")

    monkeypatch.setattr(copy, "record_of", fails)
    client.post(EXPORT, {"kind": "data"})
    make_copies()
    assert "This went wrong here." in client.get(EXPORT).text
    assert "ValueError" in caplog.text and "diary" not in caplog.text
    monkeypatch.undo()
    client.post(EXPORT, {"kind": "data"})
    make_copies()
    assert "Get it" in client.get(EXPORT).text


def test_what_a_killed_worker_had_begun_is_begun_again_and_not_for_ever(client):
    client.post(EXPORT, {"kind": "data"})
    for _death in range(MOST_TRIES):
        assert Copy.objects.take()
        assert Copy.objects.take() is None
        later(seconds=LEASE.total_seconds() + 1)
    make_copies()
    assert Copy.objects.get().stage == Copy.Stage.FAILED


def test_a_worker_that_was_given_up_and_comes_back_changes_nothing(client):
    client.post(EXPORT, {"kind": "data"})
    slow = Copy.objects.take()
    later(seconds=LEASE.total_seconds() + 1)
    make_copies()
    made = Copy.objects.get().content
    slow.make()
    assert Copy.objects.get().is_ready and Copy.objects.get().content == made


def test_copies_keep_one_worker_busy_and_no_second(client, signed_in, cast):
    client.post(EXPORT, {"kind": "data"})
    in_hand = Copy.objects.take()
    signed_in(cast.carl).post(EXPORT, {"kind": "data"})
    make_copies()
    assert Copy.objects.waiting().count() == 2
    in_hand.make()
    make_copies()
    assert not Copy.objects.waiting().exists()


def test_one_that_no_worker_came_for_in_a_day_is_not_in_the_way(client):
    client.post(EXPORT, {"kind": "data"})
    later(hours=25)
    client.post(EXPORT, {"kind": "data"})
    assert "In line" in client.get(EXPORT).text


def test_the_content_is_sealed_for_its_row_and_its_owner(client, cast):
    logged(cast.assignment, cast.cleo, note="Only mine")
    client.post(EXPORT, {"kind": "data"})
    make_copies()
    made = Copy.objects.get()
    assert b"Only mine" not in bytes(made.content) and b"Only mine" in made.file
    made.user = cast.tess
    with pytest.raises(DecryptionError):
        _ = made.file


def test_its_words_are_in_the_language_of_whoever_asked(client, cast):
    cast.cleo.language = "de"
    cast.cleo.save(update_fields=["language"])
    client.post(EXPORT, {"kind": "page"})
    make_copies()
    assert "Alles" in Copy.objects.get().file.decode()


def test_the_page_that_waits_is_told_of_changes_only(client):
    page = client.post(EXPORT, {"kind": "data"}, follow=True).text
    asks = re.search(r'hx-get="([^"]+)"', page)[1]
    assert client.get(asks).status_code == 204
    make_copies()
    assert "Get it" in client.get(asks).text
    # What is read aloud stays; what is in it changes.
    assert page.index('aria-live="polite"') < page.index('id="copies"')


def test_nobody_asks_for_copies_without_end(client):
    answers = [client.post(EXPORT, {"kind": "data"}).status_code for _press in range(21)]
    assert answers == [302] * 20 + [429]
