"""An entry: logged once, with two times and one practice date; more said later."""

import uuid
from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from homework.golden_thread.practice_rows import entries_of
from homework.models import EntryFeedback, PracticeEntry
from tests.cast import agreed_plan
from tests.homework.models.practice import WORDS, at, fresh, log
from tests.threads import at_once

pytestmark = pytest.mark.django_db


def test_it_keeps_when_it_was_done_where_and_when_it_came(cast):
    done = at("2026-11-02T23:30-05:00")
    with time_machine.travel(at("2026-11-04T09:00+00:00"), tick=False):
        entry = fresh(log(cast, done_at=done, zone="America/New_York"))
    assert entry.done_at == done and entry.zone == "America/New_York"
    assert entry.received_at == at("2026-11-04T09:00+00:00")
    assert entry.practice_date == date(2026, 11, 2)


def test_its_day_is_computed_once(cast):
    entry = log(cast, done_at=at("2026-11-02T01:00+00:00"))
    cast.cleo.time_zone = "Asia/Tokyo"
    cast.cleo.save()
    entry.correct(note="At night", by=cast.cleo)
    assert fresh(entry).practice_date == date(2026, 11, 1)


def test_sent_again_it_stays_one_row_with_its_first_words(cast):
    press = uuid.uuid4()
    first = log(cast, device_id=press, note=WORDS)
    second = log(cast, state="partly", device_id=press, note="Something else")
    assert first.pk == second.pk and PracticeEntry.objects.count() == 1
    assert fresh(first).note == WORDS


def test_the_same_press_may_come_in_another_clinic(cast):
    press = uuid.uuid4()
    log(cast, device_id=press)
    far = agreed_plan(cast.far, cast.zoe).assignments.get()
    _entry, created = PracticeEntry.log(
        far, state="done", device_id=press, done_at=timezone.now(), zone="UTC", by=cast.zack
    )
    assert created


def test_another_homeworks_press_is_neither_changed_nor_written_twice(cast):
    press = uuid.uuid4()
    log(cast, device_id=press, note=WORDS)
    other = agreed_plan(cast.other, cast.otto).assignments.get()
    found, created = PracticeEntry.log(
        other, state="done", device_id=press, done_at=timezone.now(), zone="UTC", by=cast.carl
    )
    assert not created and found.assignment_id != other.pk
    assert not other.entries.exists()


@pytest.mark.parametrize("words", [{"note": WORDS}, {"obstacle_words": "Rain"}])
def test_words_are_known_to_be_there(cast, words):
    assert log(cast, **words).has_words
    assert log(cast, answers={"a": 3}).has_words
    assert not log(cast, note=" \n", answers={"a": ""}).has_words


def test_saying_more_is_no_correction(cast):
    entry = log(cast)
    entry.add(note=WORDS, where="On the 12", smallest=False, by=cast.cleo)
    entry = fresh(entry)
    assert (entry.note, entry.where, entry.has_words) == (WORDS, "On the 12", True)
    assert entry.corrected_at is None and not entry.wordings.exists()


def test_saying_it_differently_keeps_the_earlier_wording(cast):
    entry = log(cast, note=WORDS, before=7)
    entry.add(note="I rode one.", before=7, by=cast.cleo)
    earlier = fresh(entry).wordings.get()
    assert earlier.words["note"] == WORDS and earlier.words["before"] == 7
    assert earlier.lines == [WORDS] and earlier.state_word == "Done"
    assert fresh(entry).corrected_at and str(earlier).startswith("Until 20")


def test_saying_the_same_again_changes_nothing(cast):
    entry = log(cast, note=WORDS)
    entry.add(note=WORDS, where="", by=cast.cleo)
    assert not entry.wordings.exists() and fresh(entry).corrected_at is None


def test_done_may_become_not_today_and_all_versions_stay(cast):
    entry = log(cast)
    for state in ("partly", "not_today"):
        entry.correct(state=state, by=cast.cleo)
    assert [w.words["state"] for w in entry.wordings.all()] == ["done", "partly"]
    assert [w.state_word for w in entry.wordings.all()] == ["Done", "Partly"]
    assert fresh(entry).state == "not_today"


def test_partly_counts_as_practised_and_not_today_does_not(cast):
    done, partly = log(cast), log(cast, state="partly")
    log(cast, state="not_today")
    log(cast).withdraw(by=cast.cleo)
    assert set(PracticeEntry.objects.practised()) == {done, partly}


def test_a_client_finds_only_their_own(cast):
    entry = log(cast)
    assert list(PracticeEntry.objects.of_client(cast.cleo)) == [entry]
    assert not PracticeEntry.objects.of_client(cast.carl).exists()
    assert str(entry) == f"Entry {entry.pk}"


def test_feedback_is_one_and_new_words_are_news_again(cast):
    entry = log(cast, note=WORDS)
    EntryFeedback.give(entry, "Well done", by=cast.tess)
    for _twice in range(2):
        entry.hear_feedback()
    assert fresh(entry).feedback.read_at
    EntryFeedback.give(entry, "Very well done", by=cast.will)
    feedback = EntryFeedback.objects.get()
    assert (feedback.text, feedback.by, feedback.read_at) == ("Very well done", cast.will, None)
    assert str(feedback).startswith("Feedback 20")


def test_without_feedback_there_is_nothing_to_hear(cast):
    log(cast).hear_feedback()
    assert not EntryFeedback.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_ten_presses_at_once_make_one_row(cast):
    press, done = uuid.uuid4(), timezone.now() - timedelta(minutes=1)
    made = at_once(lambda n: log(cast, device_id=press, done_at=done, note=WORDS), times=10)
    assert len({entry.pk for entry in made}) == 1
    assert PracticeEntry.objects.get().note == WORDS


def test_the_client_page_reads_what_others_may_know_of(cast):
    for state in PracticeEntry.State:
        for private in (False, True):
            log(cast, state=state, private=private)
            log(cast, state=state, private=private).withdraw(by=cast.cleo)
            seen = log(cast, state=state, private=private)
            PracticeEntry.objects.filter(pk=seen.pk).mark_opened(by=cast.tess)
            fresh(seen).withdraw(by=cast.cleo)
    known = PracticeEntry.objects.for_staff()
    assert len(known) == 10
    assert set(entries_of([cast.assignment])) == set(known)
