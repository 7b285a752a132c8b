"""The full log: any day the plan reaches, context, ratings, worksheet, note, privacy."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from accounts.models import Draft
from homework.models import PracticeEntry
from homework.practice_day import practice_today
from tests.cast import agreed_plan
from tests.homework.presses import address, press
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(cast, client):
    client.force_login(cast.cleo)
    return client


@pytest.fixture
def url(cast):
    return address("log", cast.assignment)


@pytest.fixture
def worksheet(cast):
    cast.assignment.rating_label = "Tension"
    cast.assignment.prompts = [
        {"key": "thought", "question": "What went through my mind?", "kind": "text"},
        {"key": "belief", "question": "How much do I believe it?", "kind": "number"},
        {"key": "again", "question": "Would I do it again?", "kind": "yes_no"},
    ]
    cast.assignment.save()


def test_a_form_that_comes_back_keeps_its_moment_unless_it_cannot_be(url, client):
    pressed = (timezone.now() - timedelta(minutes=40)).isoformat()
    for wrong, kept in (
        ({"done_at": pressed, "difficulty": "9"}, pressed),
        ({"done_at": "9999-01-01T00:00:00Z"}, ""),
        ({"done_at": "half past"}, ""),
    ):
        answer = client.post(url, press(**wrong))
        assert answer.context["form"]["done_at"].value() == kept


def test_everything_can_be_said_and_nothing_is_asked_for(client, url):
    assert client.post(url, press()).status_code == 302
    assert PracticeEntry.objects.get().where == ""


def test_all_of_it_is_kept(client, url, worksheet):
    said = {
        "where": "at the stop",
        "with_whom": "nobody",
        "before": "8",
        "after": "0",
        "difficulty": "4",
        "helped": "not_really",
        "answer_thought": "They look at me",
        "answer_belief": "7",
        "answer_again": "yes",
        "smallest": "on",
        "note": "I waited.",
    }
    client.post(url, press(**said))
    entry = PracticeEntry.objects.get()
    assert (entry.where, entry.with_whom, entry.before, entry.after) == (
        "at the stop", "nobody", 8, 0,
    )  # fmt: skip
    assert entry.answers == {"thought": "They look at me", "belief": 7, "again": "yes"}
    assert (entry.difficulty, entry.helped) == (4, "not_really")
    assert (entry.smallest, entry.note) == (True, "I waited.")


def test_what_got_in_the_way_goes_only_with_partly_and_not_today(client, url):
    client.post(url, press("done", obstacle="busy", obstacle_words="Queue"))
    client.post(url, press("not_today", obstacle="busy", obstacle_words="Queue"))
    done, not_today = PracticeEntry.objects.order_by("received_at")
    assert (done.obstacle, done.obstacle_words) == ("", "")
    assert (not_today.obstacle, not_today.obstacle_words) == ("busy", "Queue")


def test_private_says_exactly_what_it_means(client, url):
    assert "Nobody will see this, even if you are in danger." in client.get(url).content.decode()
    client.post(url, press(private="on", note="Mine"))
    assert PracticeEntry.objects.get().private


def test_the_field_says_who_reads_it_when_and_that_nobody_is_alerted(client, url):
    page = client.get(url).content.decode()
    assert "Tess, Vera and Will can see this." in page
    assert "It is read by" in page and "Nobody is alerted." in page


def test_yesterday_is_one_chip(cast, client, url):
    yesterday = practice_today(cast.cleo.zone) - timedelta(days=1)
    client.post(url, press(which=yesterday.isoformat()))
    assert PracticeEntry.objects.get().practice_date == yesterday


def test_days_have_their_dates_for_a_copy_is_read_on_another_day(client, url):
    page = client.get(url).text
    chips = page.split("Which day?")[1].split("Another day")[0]
    assert date_format(practice_today(ZoneInfo("Europe/London")), "WEEKDAY_DAY") in chips
    assert "Yesterday" not in page and ">Today<" not in chips


def test_a_day_that_was_pressed_on_today_is_chosen(cast, client, url):
    yesterday = practice_today(cast.cleo.zone) - timedelta(days=1)
    page = client.get(f"{url}?day={yesterday}").content.decode()
    assert page.count("checked") == 1
    assert "checked" in page.split(f'name="which" value="{yesterday}"')[1][:40]


def test_untouched_nothing_is_chosen(client, url):
    assert "checked" not in client.get(url).content.decode()


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"which": "other"}, "Choose the day."),
        ({"which": "soon"}, "Choose a day from the list."),
        ({"which": "9999-12-31"}, "Choose a day up to today."),
        ({"which": "other", "day": "2001-01-01"}, "Choose a day from"),
        ({"day": "31.2.2026"}, "Write the day as a date"),
        ({"state": ""}, "Choose Done, Partly or Not today."),
        ({"zone": "Nowhere/Town"}, "time zone of this phone"),
        ({"difficulty": "9"}, "Choose a number from 0 to 4."),
        ({"before": "11"}, "Choose a number from 0 to 10."),
        ({"obstacle": "laziness"}, "Choose one of these, or none."),
        ({"where": "x" * 101}, "Use 100 letters or fewer."),
        ({"note": "a\0b"}, "cannot be kept"),
        ({"answer_thought": "x" * 2001}, "Use 2000 letters or fewer."),
    ],
)
def test_what_cannot_be_right_comes_back_with_the_rest(client, url, worksheet, sent, words):
    answer = client.post(url, press(with_whom="my sister") | sent)
    page = answer.content.decode()
    assert answer.status_code == 422 and words in page and "my sister" in page
    assert "<title>Error: Write it down</title>" in page
    assert not PracticeEntry.objects.exists()


def test_a_draft_waits_in_the_form_and_goes_once_it_is_sent(cast, client, url):
    draft = f"/drafts/log/{cast.assignment.pk}/"
    assert client.post(draft, {"note": "Half a sent", "where": "tram"}).status_code == 204
    page = client.get(url).content.decode()
    assert "Half a sent" in page and "tram" in page
    client.post(url, press(note="Half a sentence"))
    assert not Draft.objects.exists()


def test_sent_again_after_going_back_the_new_words_are_kept(client, url):
    first = press(note="I waited.")
    for note in ("I waited.", "I waited, then I rode.", "I waited."):
        client.post(url, first | {"note": note})
    entry = PracticeEntry.objects.get()
    assert entry.note == "I waited, then I rode."
    assert [wording.words["note"] for wording in entry.wordings.all()] == ["I waited."]


def test_sent_again_as_private_it_is_private(client, url):
    first = press(note="I waited.")
    client.post(url, first)
    client.post(url, first | {"note": "For me alone", "private": "on"})
    entry = PracticeEntry.objects.get()
    assert entry.private and entry.wordings_for_staff == []


def test_after_the_end_the_page_says_that_nobody_reads(cast, client, url):
    cast.therapy.end(by=cast.tess)
    page = client.get(url).content.decode()
    assert "Nobody reads this now." in page and 'name="private"' not in page
    client.post(url, press(note="For me"))
    assert PracticeEntry.objects.get().private


def test_it_takes_a_constant_number_of_queries(client, url):
    few = len(queries_of(client, url))
    for _time in range(3):
        client.post(url, press(note="again"))
    assert len(queries_of(client, url)) == few <= 6


@pytest.mark.parametrize(("name", "status"), [("carl", 404), ("zack", 404), ("tess", 403)])
def test_a_strangers_homework_does_not_exist(cast, client, url, name, status):
    client.force_login(getattr(cast, name))
    assert client.get(url).status_code == client.post(url, press()).status_code == status


def test_homework_of_a_week_that_is_over_can_be_practised_again(cast, client):
    agreed_plan(cast.therapy, cast.tess, "Three buses")
    answer = client.post(address("log", cast.assignment), press(note="I still can."))
    assert answer.url == address("entry", PracticeEntry.objects.get())
    assert "I still can." in client.get(answer.url).content.decode()
