"""The questions of a homework, one at a time; the last press logs them."""

import pytest

from accounts.models import Draft
from homework.models import PracticeEntry
from tests.homework.presses import address, press
from tests.queries import queries_of
from tests.reading import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(cast, client):
    client.force_login(cast.cleo)
    cast.assignment.prompts = [
        {"key": "thought", "question": "What went through my mind?", "kind": "text"},
        {"key": "belief", "question": "How much do I believe it?", "kind": "number"},
    ]
    cast.assignment.save(update_fields=["prompts"])
    return address("worksheet", cast.assignment)


def test_the_answers_are_logged_and_the_draft_is_over(cast, client, url):
    client.post(f"/drafts/worksheet/{cast.assignment.pk}/", {"step": "2"})
    answer = client.post(url, press(answer_thought="They look", answer_belief="7", step="2"))
    entry = PracticeEntry.objects.get()
    assert entry.answers == {"thought": "They look", "belief": 7} and entry.has_words
    assert answer.url == f"/today/?saved={entry.pk}" and not Draft.objects.exists()


def test_sent_ten_times_it_is_one_entry_and_an_empty_one_counts(client, url):
    sent = press("partly")
    for _time in range(10):
        assert client.post(url, sent).status_code == 302
    assert PracticeEntry.objects.get().state == "partly"


def test_it_opens_where_it_was_left_with_what_was_written(cast, client, url):
    kept = {"step": "2", "answer_thought": "They loo"}
    client.post(f"/drafts/worksheet/{cast.assignment.pk}/", kept)
    page = read(client.get(url))
    assert '<section class="stack" data-step="2" >' in page and "They loo" in page


def test_words_for_oneself_stay_so(client, url):
    client.post(url, press(answer_thought="Mine", private="on"))
    assert PracticeEntry.objects.get().private


def test_what_cannot_be_kept_comes_back_on_one_page(client, url):
    answer = client.post(url, press(answer_thought="x" * 2001, answer_belief="3"))
    page = answer.content.decode()
    assert answer.status_code == 422 and "Use 2000 letters or fewer." in page
    assert "data-step" not in page and not PracticeEntry.objects.exists()


def test_all_questions_can_stand_on_one_page(client, url):
    page = client.get(f"{url}?all").content.decode()
    assert "How much do I believe it?" in page and "data-step" not in page


def test_an_earlier_day_goes_along(cast, client, url):
    assert 'name="day" value="2026-01-05"' in client.get(f"{url}?day=2026-01-05").content.decode()


def test_without_questions_it_leads_to_writing_it_down(cast, client, url):
    cast.assignment.prompts = []
    cast.assignment.save(update_fields=["prompts"])
    assert client.get(url).url == address("log", cast.assignment)


def test_it_takes_few_queries(client, url):
    assert len(queries_of(client, url)) <= 6


def test_a_strangers_homework_does_not_exist(cast, signed_in, url):
    assert signed_in(cast.carl).get(url).status_code == 404
    assert signed_in(cast.tess).get(url).status_code == 403
