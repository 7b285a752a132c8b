"""Private stays private; what was opened can be hidden, not unsaid (design §2.4)."""

import pytest

from homework.models import PracticeEntry
from tests.homework.models.practice import WORDS, fresh, log

pytestmark = pytest.mark.django_db


def open_it(cast, entry):
    PracticeEntry.objects.filter(pk=entry.pk).mark_heard(by=cast.tess)
    return fresh(entry)


def known(entry):
    """Whether others know that it was there."""
    return PracticeEntry.objects.for_staff().filter(pk=entry.pk).exists()


def unread(entry):
    return PracticeEntry.objects.unread().filter(pk=entry.pk).exists()


@pytest.mark.parametrize(
    ("state", "private", "opened", "withdrawn", "expected"),
    [
        ("done", False, False, False, True),
        ("done", True, False, False, True),
        ("partly", True, False, False, True),
        ("not_today", False, False, False, True),
        ("not_today", True, False, False, False),
        ("not_today", True, True, False, False),
        ("done", False, False, True, False),
        ("done", False, True, True, True),
        ("done", True, False, True, False),
        ("done", True, True, True, True),
    ],
)
def test_what_others_know_of(cast, state, private, opened, withdrawn, expected):
    entry = log(cast, state, note=WORDS)
    if opened:
        entry = open_it(cast, entry)
    if private:
        entry.make_private(by=cast.cleo)
    if withdrawn:
        entry.withdraw(by=cast.cleo)
    assert known(entry) is expected


def test_only_shared_standing_words_wait_to_be_read(cast):
    shared, silent, private = log(cast, note=WORDS), log(cast), log(cast, note=WORDS, private=True)
    taken_back = log(cast, note=WORDS)
    taken_back.withdraw(by=cast.cleo)
    assert [unread(each) for each in (shared, silent, private, taken_back)] == [
        *(True, False),
        *(False, False),
    ]
    opened = open_it(cast, shared)
    assert not unread(opened) and opened.opened_by == cast.tess


def test_making_private_hides_the_earlier_wordings_too(cast):
    entry = log(cast, note=WORDS)
    entry.correct(note="I rode one.", by=cast.cleo)
    assert [w.words["note"] for w in entry.wordings_for_staff] == [WORDS]
    entry.make_private(by=cast.cleo)
    assert fresh(entry).wordings_for_staff == []


def test_taking_it_back_hides_them_as_well(cast):
    entry = log(cast, note=WORDS)
    entry.correct(note="I rode one.", by=cast.cleo)
    entry = open_it(cast, entry)
    entry.withdraw(by=cast.cleo)
    assert known(entry) and fresh(entry).wordings_for_staff == []


def test_what_was_said_in_private_stays_so_when_the_entry_is_shared(cast):
    entry = log(cast, note="I cried.", private=True)
    entry.correct(note=WORDS, by=cast.cleo)
    for _twice in range(2):
        entry.share(by=cast.cleo)
    entry = fresh(entry)
    assert not entry.private and entry.wordings_for_staff == []
    assert entry.wordings.count() == 1


def test_the_author_takes_back_and_restores(cast):
    entry = log(cast, note=WORDS)
    for _twice in range(2):
        entry.withdraw(by=cast.cleo)
    assert entry not in PracticeEntry.objects.standing()
    for _twice in range(2):
        entry.restore(by=cast.cleo)
    assert entry in PracticeEntry.objects.standing() and unread(entry)


def test_after_the_end_new_entries_are_private_and_stay_so(cast):
    cast.therapy.end(by=cast.tess)
    cast.assignment.refresh_from_db()
    entry = log(cast, note=WORDS)
    entry.share(by=cast.cleo)
    assert fresh(entry).private and not unread(entry)


def test_what_was_shared_before_the_end_can_still_be_made_private(cast):
    entry = log(cast, note=WORDS)
    cast.therapy.end(by=cast.tess)
    fresh(entry).make_private(by=cast.cleo)
    assert fresh(entry).private
