"""What was sent after a sign-in had expired waits a day for its author alone."""

from datetime import timedelta

import pytest
import time_machine
from django.http import QueryDict
from django.utils import timezone

from accounts.ground import DecryptionError
from accounts.models import ParkedPost

pytestmark = pytest.mark.django_db


def sent(**fields):
    data = QueryDict(mutable=True)
    for name, value in fields.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return data


def park(user, path="/report/1/", **fields):
    return ParkedPost.park(author_id=str(user.pk), path=path, data=sent(**fields))


def test_every_field_waits_in_its_order(cast):
    park(cast.cleo, topics="Sunday at my mother's", days=["mon", "fri"])
    post = ParkedPost.objects.waiting_for(cast.cleo).get()
    assert post.fields == [("topics", "Sunday at my mother's"), ("days", "mon"), ("days", "fri")]
    assert post.words == ["Sunday at my mother's"]


def test_passwords_and_tokens_are_not_kept(cast):
    post = park(cast.cleo, note="I rode two", password="correct-horse", csrfmiddlewaretoken="t")
    assert post.fields == [("note", "I rode two")]


@pytest.mark.parametrize("fields", [{}, {"note": ""}, {"code": "12345678"}])
def test_nothing_is_parked_of_an_empty_form(cast, fields):
    assert park(cast.cleo, **fields) is None
    assert not ParkedPost.objects.exists()


def test_it_waits_for_its_author_alone_and_for_a_day(cast):
    post = park(cast.cleo, note="I rode two")
    assert not ParkedPost.objects.waiting_for(cast.tess).exists()
    with time_machine.travel(timezone.now() + timedelta(hours=25)):
        assert not ParkedPost.objects.waiting_for(cast.cleo).exists()
        assert list(ParkedPost.objects.stale()) == [post]


def test_a_text_that_grew_replaces_its_beginning(cast):
    for text in ("I rode", "I rode two", "I rode two stops"):
        park(cast.cleo, note=text)
    assert ParkedPost.objects.of(cast.cleo).get().fields == [("note", "I rode two stops")]


def test_a_text_that_says_something_else_waits_beside_it(cast):
    park(cast.cleo, note="I rode two")
    park(cast.cleo, note="It rained")
    park(cast.cleo, note="It rained", where="At the stop")
    assert ParkedPost.objects.of(cast.cleo).count() == 3


def test_a_long_address_is_kept_without_its_query(cast):
    assert park(cast.cleo, path="/today/?" + "x" * 400, note="Two").path == "/today/"


def test_it_cannot_be_read_as_somebody_elses(cast):
    post = park(cast.cleo, note="I rode two")
    post.author = cast.carl
    with pytest.raises(DecryptionError):
        assert post.fields


def test_it_prints_its_time_only(cast):
    assert str(park(cast.cleo, note="I rode two")).startswith("Parked 20")
