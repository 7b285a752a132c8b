"""Whoever treats a client reads of the day on which the record goes, and is asked to let be."""

from types import SimpleNamespace

import pytest
from django.utils import timezone, translation
from django.utils.formats import date_format

from accounts.models import Therapy
from homework.models import Attention
from records import erasing
from records.models import Erasure
from reminders.kinds.digest import Digest, waits_for
from reminders.models import Recipient
from tests import cast as casting
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
TITLE = "This record is erased on"


def page_of(client, therapy):
    return client.get(f"/caseload/{therapy.pk}/").text


def caseload(client):
    return client.get("/caseload/").text


def test_the_client_page_says_the_day_what_goes_and_whose_choice_it_is(signed_in, cast):
    assert TITLE not in page_of(signed_in(cast.tess), cast.therapy)
    wish, _new = Erasure.ask(by=cast.cleo)
    for reader in (cast.tess, cast.will):
        page = page_of(signed_in(reader), cast.therapy)
        assert TITLE in page and f"{wish.due_at:%Y}" in page
        assert "do not press them" in page and "locked away" in page
        assert "The therapy ends on that day." in page
    assert TITLE not in page_of(signed_in(cast.otto), cast.other)


def test_taken_back_it_is_told_no_more(signed_in, cast):
    wish, _new = Erasure.ask(by=cast.cleo)
    tess = signed_in(cast.tess)
    assert "At the client’s wish the record is erased on" in caseload(tess)
    wish.undo(by=cast.cleo)
    assert TITLE not in page_of(tess, cast.therapy)
    assert "the record is erased on" not in caseload(tess)


def test_the_caseload_and_the_digest_count_it_in_a_pause_too(cast):
    recipient = Recipient.objects.filter(user=cast.tess, clinic=cast.harbour).first()
    Erasure.ask(by=cast.cleo)
    for _time in range(2):
        Attention.refresh([cast.therapy])
        codes = [code for code, _facts in Attention.objects.get(therapy=cast.therapy).reasons]
        assert "leaving" in codes
        assert waits_for(recipient)["leaving"] == 1
        Therapy.objects.get(pk=cast.therapy.pk).pause(by=cast.tess)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en-gb", "1 record erased soon, at its client’s wish"),
        ("de", "1 Akte wird bald gelöscht, auf eigenen Wunsch"),
    ],
)
def test_the_digest_says_it_in_the_therapists_language(cast, language, words):
    recipient = Recipient.objects.filter(user=cast.tess, clinic=cast.harbour).first()
    Erasure.ask(by=cast.cleo)
    Attention.refresh([cast.therapy])
    with translation.override(language):
        assert words in Digest().lines([SimpleNamespace(recipient=recipient)])


def test_what_is_joined_while_a_wish_waits_goes_with_it(cast):
    wish, _new = Erasure.ask(by=cast.cleo)
    joined = casting.therapy(cast.meadow, cast.zoe, cast.cleo)
    assert Therapy.objects.get(pk=joined.pk).leaves_at == wish.due_at


def test_the_client_reads_that_they_are_told(signed_in, cast):
    cleo = signed_in(cast.cleo)
    assert "will see the day" in cleo.get("/me/erasure/").text
    Erasure.ask(by=cast.cleo)
    page = cleo.get("/me/erasure/").text
    assert "see the day" in page and "not to press you" in page


def test_an_ended_therapy_has_no_therapist_who_will_see_it_by_themselves(signed_in, cast):
    cast.therapy.end(by=cast.tess)
    cleo = signed_in(cast.cleo)
    for _time in range(2):
        page = cleo.get("/me/erasure/").text
        assert "Your therapist" not in page and "so does whoever opens your record" in page
        Erasure.ask(by=cast.cleo)
    assert TITLE in page_of(signed_in(cast.tess), cast.therapy)


def test_admins_are_asked_to_let_be_as_well(signed_in, cast):
    ada = signed_in(cast.ada)
    assert "do not press them" not in ada.get("/clinic/data/").text
    Erasure.ask(by=cast.cleo)
    assert "do not press them" in ada.get("/clinic/data/").text


def test_admins_read_the_day_on_the_therapys_page_too(signed_in, cast):
    ada, address = signed_in(cast.ada), f"/clinic/therapies/{cast.therapy.pk}/"
    assert TITLE not in ada.get(address).text
    wish, _new = Erasure.ask(by=cast.cleo)
    page = ada.get(address).text
    assert f"{TITLE} {date_format(wish.due_at, 'DAY_YEAR')}" in page and "do not press them" in page


def test_whoever_asked_reads_the_day_on_me_and_takes_it_back_there(signed_in, cast):
    cleo = signed_in(cast.cleo)
    assert "will be erased" not in cleo.get("/me/").text
    wish, _new = Erasure.ask(by=cast.cleo)
    page = cleo.get("/me/").text
    assert f"It is erased on <b>{date_format(wish.due_at, 'DAY_YEAR')}</b>" in page
    assert "What goes and what stays" in page and "Erase my record" not in page
    assert 'action="/me/erasure/undo/"' in page and "Keep everything" in page
    cleo.post("/me/erasure/undo/", follow=True)
    assert "will be erased" not in cleo.get("/me/").text


def test_on_its_day_me_offers_no_way_back(signed_in, cast):
    Erasure.ask(by=cast.cleo)
    Erasure.objects.update(due_at=timezone.now())
    page = signed_in(cast.cleo).get("/me/").text
    assert "It can no longer be taken back." in page and "Keep everything" not in page


def test_once_it_is_locked_away_nothing_of_it_is_left(signed_in, cast):
    Erasure.ask(by=cast.cleo)
    Erasure.objects.update(due_at=timezone.now())
    erasing.erase_due()
    assert not Therapy.objects.exclude(leaves_at=None).exists()
    assert "record is erased" not in caseload(signed_in(cast.tess))


def test_the_page_asks_no_more_than_before(signed_in, cast):
    tess = signed_in(cast.tess)
    address = f"/caseload/{cast.therapy.pk}/"
    page_of(tess, cast.therapy)
    few = len(queries_of(tess, address))
    Erasure.ask(by=cast.cleo)
    assert len(queries_of(tess, address)) == few
